package ukaz.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.Severity;
import ukaz.model.data.Bilingual;
import ukaz.report.correction.Correction;
import ukaz.report.out.JsonOut;
import ukaz.report.review.Decision;
import ukaz.report.review.EarlierFinding;
import ukaz.report.review.Gone;
import ukaz.report.review.ReviewStatus;
import ukaz.report.review.Reviewed;
import ukaz.report.review.Ruling;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;

/** How the findings of a page stand to an earlier report, what was decided on them, and what became of the others. */
final class PageReviews {

    /** The most findings of the earlier report that a page lists as gone. */
    static final int MOST_GONE = 5_000;

    private final Wording ru;
    private final Wording en;
    private final ByteArrayOutputStream goneBytes = new ByteArrayOutputStream();
    private final JsonOut goneJson = JsonOut.inPage(goneBytes);
    private long gone;

    PageReviews(Wording ru, Wording en) throws IOException {
        this.ru = ru;
        this.en = en;
        goneJson.array();
    }

    /** Status, first day, decision, the decision that no longer holds in both languages, correction and its certainty. */
    void write(JsonOut json, Reviewed reviewed, @Nullable Correction correction) throws IOException {
        json.array()
                .add(index(reviewed.status(), reviewed.ruleChanged()))
                .add(reviewed.firstSeen().toString());
        ruling(json, reviewed.ruling());
        json.add(reviewed.lapsed() == null ? null : ru.lapsed(reviewed.lapsed()))
                .add(reviewed.lapsed() == null ? null : en.lapsed(reviewed.lapsed()))
                .add(correction == null ? null : correction.becomes())
                .add(correction != null && correction.certain() ? 1 : 0)
                .endArray();
    }

    private static void ruling(JsonOut json, @Nullable Ruling ruling) throws IOException {
        json.array();
        if (ruling != null) {
            json.add(ruling.decision().ordinal())
                    .add(ruling.reason())
                    .add(ruling.reviewer())
                    .add(ruling.until() == null ? null : ruling.until().toString());
        }
        json.endArray();
    }

    /** The statuses go by pairs: the rule as it was, the rule changed. */
    private static int index(ReviewStatus status, boolean ruleChanged) {
        return 2 * status.ordinal() + (ruleChanged ? 1 : 0);
    }

    void add(Gone told) throws IOException {
        if (++gone > MOST_GONE) {
            return;
        }
        EarlierFinding finding = told.finding();
        EarlierFinding.Place at = finding.at();
        Severity severity = finding.severity();
        goneJson.array()
                .add((severity == null ? Severity.INFO : severity).ordinal())
                .add(finding.rule())
                .add(index(told.status(), told.ruleChanged()))
                .add(finding.message())
                .add(finding.value())
                .add(finding.person())
                .add(String.join(
                        " · ",
                        List.of(at.file(), at.sheet(), at.cell()).stream()
                                .filter(part -> !part.isEmpty())
                                .toList()))
                .add(told.resolvedOn() == null ? null : told.resolvedOn().toString());
        ruling(goneJson, finding.ruling());
        goneJson.endArray();
    }

    /** What the page says of the earlier report as a whole; null where there is none. */
    void write(JsonOut json, Totals totals) throws IOException {
        goneJson.endArray().flush();
        json.array("statuses");
        for (ReviewStatus status : ReviewStatus.values()) {
            both(json, ru.status(status, false), en.status(status, false));
            both(json, ru.status(status, true), en.status(status, true));
        }
        json.endArray().array("decisions");
        for (Decision decision : Decision.values()) {
            both(json, ru.decision(decision), en.decision(decision));
        }
        json.endArray().put("compared", (Boolean) totals.isCompared());
        json.array("byStatus");
        for (ReviewStatus status : ReviewStatus.values()) {
            json.array();
            for (Severity severity : Severity.values()) {
                json.add(totals.byStatus(status).of(severity));
            }
            json.endArray();
        }
        json.endArray()
                .put("decided", totals.decided())
                .put("lapsed", totals.lapsed())
                .put("ruleChanged", totals.ruleChanged())
                .put("gone", gone)
                .raw("goneList", goneBytes.toByteArray());
        json.array("notes");
        for (String note : totals.notes()) {
            json.add(note);
        }
        json.endArray();
    }

    private static void both(JsonOut json, String russian, String english) throws IOException {
        Bilingual text = new Bilingual(russian, english);
        json.array().add(text.ru()).add(text.en()).endArray();
    }
}
