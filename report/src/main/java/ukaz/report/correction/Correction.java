package ukaz.report.correction;

import ukaz.model.Change;

/**
 * What a whole cell should say.
 *
 * @param certain false where it is a proposal that somebody has to look at
 */
public record Correction(String becomes, Change.Kind kind, boolean certain) {

    /** {@code certain} or {@code proposed}. */
    public String certainty() {
        return certain ? "certain" : "proposed";
    }

    /** {@code white-space}, {@code homoglyph} …. */
    public String kindKey() {
        return kind.key();
    }
}
