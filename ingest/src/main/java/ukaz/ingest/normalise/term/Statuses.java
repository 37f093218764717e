package ukaz.ingest.normalise.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.date.FoundDate;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.HistoricalDate;
import ukaz.model.Status;
import ukaz.model.StatusEvent;

/** Reads what became of an award: "лишён 1942, восстановлен 1957", "указ отменён", with dates and organs where they are given. */
public final class Statuses {

    private record Mention(Status status, int start, int end) {}

    /** Beginnings of the words that tell an event, in lower case with е for ё. */
    private static final List<String> DEPRIVED =
            List.of("лишен", "лишил", "лишить", "deprived", "stripped", "revoked", "позбавлен");

    private static final List<String> ANNULLED =
            List.of("отменен", "отмена", "отменить", "аннулир", "annulled", "cancelled", "canceled", "rescinded");
    private static final List<String> RESTORED =
            List.of("восстановл", "возвращен", "restored", "reinstated", "поновлен");
    /** What else one can be deprived of or restored in. */
    private static final Set<String> OTHER_THINGS = Set.of(
            "гражданства",
            "слуха",
            "зрения",
            "свободы",
            "ноги",
            "руки",
            "партии",
            "прав",
            "должности",
            "воинского",
            "генеральского",
            "мандата",
            "ученого",
            "ученой",
            "кпсс",
            "вкп",
            "здоровье",
            "завод",
            "колхоз",
            "хозяйство",
            "церковь",
            "родительских");

    private static final int LONGEST_OBJECT = 4;

    private Statuses() {}

    /** Whether a text can tell an event at all; cheap. */
    public static boolean isSuspected(String text) {
        for (int i = 0; i + 4 < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if ("лоаврdscпв".indexOf(c) >= 0
                    && (i == 0 || !Character.isLetter(text.charAt(i - 1)))
                    && statusAt(text, i) != null) {
                return true;
            }
        }
        return false;
    }

    /** The events that a text tells, in its order. */
    public static List<StatusEvent> read(String text, DateContext context) {
        List<Mention> mentions = mentions(text);
        if (mentions.isEmpty()) {
            return List.of();
        }
        List<StatusEvent> events = new ArrayList<>(mentions.size());
        int before = 0;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            int end = i + 1 < mentions.size() ? mentions.get(i + 1).start : text.length();
            String after = clause(text.substring(mention.end, end));
            HistoricalDate date = dateIn(after, context);
            String authority = Authorities.findIn(after);
            String ahead = text.substring(lastClause(text, before, mention.start), mention.start);
            if (date == null) {
                date = dateIn(ahead, context);
            }
            if (authority == null) {
                authority = Authorities.findIn(ahead);
            }
            events.add(new StatusEvent(mention.status, date, authority));
            before = mention.end;
        }
        return events;
    }

    /** A cell of a column that is about whatever became of the award. */
    public static Reading<List<StatusEvent>> readColumn(String text, DateContext context) {
        Reading<List<StatusEvent>> instead = Unknowns.read(text, Words.of(text));
        return instead == null ? Reading.of(read(text, context)) : instead;
    }

    /** A cell of a column that is about one kind of event: a date, "да", or words. */
    public static Reading<List<StatusEvent>> readColumn(Status status, String text, DateContext context) {
        List<String> words = Words.of(text);
        Reading<List<StatusEvent>> instead = Unknowns.read(text, words);
        if (instead != null) {
            return instead;
        }
        if (isNo(words.get(0))) {
            return Reading.of(List.of());
        }
        List<StatusEvent> told = read(text, context);
        if (!told.isEmpty()) {
            return Reading.of(told);
        }
        HistoricalDate date = Dates.readText(text, context).value();
        return Reading.of(List.of(
                new StatusEvent(status, date == null ? dateIn(text, context) : date, Authorities.findIn(words))));
    }

    private static boolean isNo(String word) {
        return word.equals("нет") || word.equals("не") || word.equals("no") || word.equals("false") || word.equals("0");
    }

    private static List<Mention> mentions(String text) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i)) || i > 0 && Character.isLetter(text.charAt(i - 1))) {
                continue;
            }
            Status status = statusAt(text, i);
            if (status == null) {
                continue;
            }
            int end = i;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (!isDenied(text, i) && isOfAward(text.substring(end))) {
                mentions.add(new Mention(status, i, end));
            }
            i = end;
        }
        return mentions;
    }

    private static @Nullable Status statusAt(String text, int at) {
        if (startsWithAny(text, at, DEPRIVED)) {
            return Status.DEPRIVED;
        }
        if (startsWithAny(text, at, ANNULLED)) {
            return Status.ANNULLED;
        }
        return startsWithAny(text, at, RESTORED) ? Status.RESTORED : null;
    }

    private static boolean startsWithAny(String text, int at, List<String> stems) {
        for (String stem : stems) {
            if (startsWith(text, at, stem)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(String text, int at, String stem) {
        if (at + stem.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < stem.length(); i++) {
            char c = Character.toLowerCase(text.charAt(at + i));
            if ((c == 'ё' ? 'е' : c) != stem.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDenied(String text, int at) {
        String before =
                text.substring(Math.max(0, at - 4), at).toLowerCase(Locale.ROOT).strip();
        return before.equals("не") || before.endsWith(" не") || before.endsWith(" not");
    }

    private static boolean isOfAward(String after) {
        List<String> words = Words.of(clause(after));
        for (int i = 0; i < Math.min(LONGEST_OBJECT, words.size()); i++) {
            if (OTHER_THINGS.contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** To the next semicolon. */
    private static String clause(String text) {
        int end = text.indexOf(';');
        return end < 0 ? text : text.substring(0, end);
    }

    private static int lastClause(String text, int from, int to) {
        return Math.max(from, text.lastIndexOf(';', to) + 1 > to ? from : text.lastIndexOf(';', to - 1) + 1);
    }

    private static @Nullable HistoricalDate dateIn(String text, DateContext context) {
        return text.isBlank()
                ? null
                : Dates.findIn(text, context)
                        .map(FoundDate::reading)
                        .map(r -> r.value())
                        .orElseGet(() -> yearIn(text));
    }

    /** A bare year: "лишён 1942". */
    private static @Nullable HistoricalDate yearIn(String text) {
        for (int i = 0; i + 4 <= text.length(); i++) {
            boolean start = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '№';
            if (!start || !(text.startsWith("19", i) || text.startsWith("20", i))) {
                continue;
            }
            boolean year = Character.isDigit(text.charAt(i + 2)) && Character.isDigit(text.charAt(i + 3));
            char next = i + 4 < text.length() ? text.charAt(i + 4) : ' ';
            if (year && !Character.isLetterOrDigit(next)) {
                boolean decade = text.startsWith("-х", i + 4) || text.startsWith("-е", i + 4);
                return HistoricalDate.parse(decade ? text.substring(i, i + 3) + "X" : text.substring(i, i + 4));
            }
        }
        return null;
    }
}
