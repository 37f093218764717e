package ukaz.report.review;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;

/**
 * What a finding rests on, short enough for a hidden column: {@code 9f31c2aa-04d1e7b0}.
 *
 * @param rule of the rule, {@link ukaz.rules.RuleBook#mark}; empty where it is not known
 * @param content of the value as typed, the dates and the codes that the finding names: a CRC-32
 */
public record Mark(String rule, int content) {

    private static final int RULE_DIGITS = 8;
    private static final int DIGITS = 17;

    static Mark of(String rule, Fault fault) {
        CRC32 sum = new CRC32();
        add(sum, fault.value() == null ? "" : fault.value());
        for (Map.Entry<String, Object> value : new TreeMap<>(fault.values()).entrySet()) {
            if (value.getValue() instanceof HistoricalDate || value.getValue() instanceof Term) {
                add(sum, value.getKey());
                add(sum, value.getValue().toString());
            }
        }
        return new Mark(rule, (int) sum.getValue());
    }

    private static void add(CRC32 sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update(0x1f);
    }

    /** Null where the text is no mark. */
    static @Nullable Mark parse(String text) {
        if (text.length() != DIGITS || text.charAt(RULE_DIGITS) != '-') {
            return null;
        }
        try {
            return new Mark(
                    text.substring(0, RULE_DIGITS).toLowerCase(Locale.ROOT),
                    HexFormat.fromHexDigits(text, RULE_DIGITS + 1, DIGITS));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return rule + "-" + HexFormat.of().toHexDigits(content);
    }
}
