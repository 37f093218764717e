package ukaz.report.correction;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.text.Texts;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.report.run.Wording;
import ukaz.rules.RuleBook;
import ukaz.rules.text.Language;

/**
 * Tells the right value of a cell, where a finding or a change knows that of the whole cell.
 *
 * <p>A cell that holds several things at once (an act with its organ, date and number) is left alone.
 */
public final class RightValues {

    /** Changes of notation that lose nothing. */
    private static final Set<Change.Kind> CERTAIN = EnumSet.of(
            Change.Kind.WHITE_SPACE,
            Change.Kind.INVISIBLE,
            Change.Kind.HOMOGLYPH,
            Change.Kind.ENCODING,
            Change.Kind.DATE_NOTATION,
            Change.Kind.NUMBER_NOTATION);

    /** Sources are in Russian, whatever the language of the report. */
    private final Wording words;

    private final Set<Home> homes = new HashSet<>();

    /** A column that holds one field and nothing else. */
    private record Home(String file, @Nullable String sheet, int column, Field field) {}

    public RightValues(RuleBook book, List<SourceSummary> sources) {
        this.words = new Wording(Language.RU, book);
        for (SourceSummary source : sources) {
            for (SheetSummary sheet : source.sheets()) {
                for (TableLayout table : sheet.tables()) {
                    for (Column column : table.columns()) {
                        if (column.field() != null) {
                            homes.add(new Home(source.path(), sheet.name(), column.index(), column.field()));
                        }
                    }
                }
            }
        }
    }

    /** Null where the finding does not know the right value. */
    public @Nullable Correction of(Fault fault) {
        String was = fault.value();
        if (was == null || fault.at().cell() == null) {
            return null;
        }
        Correction correction = of(fault, was);
        return correction == null
                        || correction.becomes().isBlank()
                        || correction.becomes().equals(was)
                ? null
                : correction;
    }

    private @Nullable Correction of(Fault fault, String was) {
        return switch (fault.rule()) {
            case "text-homoglyph" ->
                fault.values().get("corrected") instanceof String text && text.length() == was.length()
                        ? new Correction(text, Change.Kind.HOMOGLYPH, true)
                        : null;
            case "text-mojibake" ->
                fault.values().get("repaired") instanceof String text
                        ? new Correction(text, Change.Kind.ENCODING, true)
                        : null;
            case "text-invisible" -> {
                String text = Texts.clean(was).value();
                yield text == null ? null : new Correction(text, Change.Kind.INVISIBLE, true);
            }
            case "name-declined" -> proposed(fault, Field.FULL_NAME, "proposed", Change.Kind.NAME_CASE);
            case "name-order" -> proposed(fault, Field.FULL_NAME, "proposed", Change.Kind.NAME_ORDER);
            case "award-unknown", "authority-unknown", "citizenship-unknown" ->
                proposed(fault, fault.field(), "nearest", Change.Kind.VOCABULARY);
            case "date-unparseable", "date-impossible", "date-serial-suspect" ->
                proposed(fault, fault.field(), "proposed", Change.Kind.DATE_NOTATION);
            default -> null;
        };
    }

    private @Nullable Correction proposed(Fault fault, @Nullable Field field, String key, Change.Kind kind) {
        if (field == null || field != fault.field() || !isHome(fault.at(), field)) {
            return null;
        }
        Object value = fault.values().get(key);
        if (value instanceof String text) {
            return new Correction(text, kind, false);
        }
        if (value instanceof HistoricalDate date) {
            return new Correction(date.toString(), kind, false);
        }
        return value instanceof Term term ? new Correction(words.term(term.kind(), term.code()), kind, false) : null;
    }

    /** Null where the change says nothing of the whole cell, or what stands there is right in its own way. */
    public @Nullable Correction of(StoredChange stored) {
        Change change = stored.change();
        boolean wanted = CERTAIN.contains(change.kind())
                && stored.at().cell() != null
                && isHome(stored.at(), change.field())
                && !change.to().isBlank()
                && !change.to().equals(change.from())
                && !(change.kind() == Change.Kind.DATE_NOTATION && isNumber(change.from()));
        return wanted ? new Correction(change.to(), change.kind(), true) : null;
    }

    /** A serial of the spreadsheet is a date already. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return text.indexOf('.') == text.lastIndexOf('.');
    }

    private boolean isHome(SourceRef at, Field field) {
        return homes.contains(new Home(at.file(), at.sheet(), at.column(), field));
    }
}
