package ukaz.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Term;

/**
 * What a finding is recognised by in the next report: sixteen hexadecimal digits of a SHA-256.
 *
 * <p>They cover the rule, the file's name without its folders, the field, and the subject. The subject of a record's fault
 * is the person's name (capitals, Ё as Е), the award, and which conferral it is: the ordinal where it is typed, else the
 * decree's date; a value that could not be read stands as typed. The subject of any other fault is the column's title, the
 * value and the words among the message's values. Rows, sheets and unrelated cells are never part of it, so it outlives
 * sorting, inserting and correcting elsewhere; two equal rows have equal fingerprints.
 */
final class Fingerprint {

    private static final char APART = '\u001f';

    private Fingerprint() {}

    static String of(Fault fault, @Nullable AwardRecord record) {
        StringBuilder text = new StringBuilder(160)
                .append(fault.rule())
                .append(APART)
                .append(baseName(fault.at().file()))
                .append(APART)
                .append(fault.field() == null ? "" : fault.field().key())
                .append(APART);
        if (record == null) {
            appendTableSubject(text, fault);
        } else {
            appendRecordSubject(text, record);
        }
        byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static void appendRecordSubject(StringBuilder text, AwardRecord record) {
        text.append(normalised(record.name().display())).append(APART);
        text.append(record.award() == null ? typed(record, Field.AWARD) : record.award())
                .append(APART);
        if (record.ordinal() != null && !record.ordinalInferred()) {
            text.append(record.ordinal());
        } else if (record.decreeDate() != null) {
            text.append(record.decreeDate());
        } else {
            text.append(typed(record, Field.DECREE_DATE));
        }
    }

    private static void appendTableSubject(StringBuilder text, Fault fault) {
        text.append(fault.title() == null ? "" : normalised(fault.title()))
                .append(APART)
                .append(fault.value() == null ? "" : fault.value());
        for (Map.Entry<String, Object> value : new TreeMap<>(fault.values()).entrySet()) {
            if (value.getValue() instanceof String || value.getValue() instanceof Term) {
                text.append(APART).append(value.getKey()).append('=').append(value.getValue());
            }
        }
    }

    private static String typed(AwardRecord record, Field field) {
        Cell cell = record.cell(field);
        return cell == null ? "" : normalised(cell.text());
    }

    private static String normalised(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace('Ё', 'Е');
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
