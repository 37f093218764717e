package ukaz.ingest.normalise.date;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.State;
import ukaz.ingest.normalise.date.Tokens.Kind;
import ukaz.ingest.normalise.date.Words.Meaning;
import ukaz.ingest.normalise.text.Ditto;
import ukaz.model.HistoricalDate;

/** The years of a life, wherever the cell parts birth from death. */
final class LifeYearsReader {

    private static final int LONGEST_LIFE = 110;

    private final DateContext birth;
    private final DateContext death;

    LifeYearsReader(DateContext birth, DateContext death) {
        this.birth = birth;
        this.death = death;
    }

    LifeYears read(String text) {
        if (text.isBlank()) {
            return new LifeYears(Reading.empty(), Reading.empty());
        }
        if (Ditto.isMark(text)) {
            return new LifeYears(Ditto.told("date-unparseable"), Reading.empty());
        }
        String bare = unwrapped(text.strip());
        Tokens tokens = Tokens.of(bare);
        LifeYears best = null;
        for (int[] cut : cuts(tokens)) {
            String first = bare.substring(0, cut[0]);
            String last = bare.substring(cut[1]);
            LifeYears read = new LifeYears(Dates.readText(first, birth), death(last, first));
            if (isWhole(read.birth()) && isWhole(read.death())) {
                return read;
            }
            boolean readable =
                    read.birth().state() != State.UNREADABLE || read.death().state() != State.UNREADABLE;
            if (best == null && readable && cut[2] == 1) {
                best = read;
            }
        }
        Reading<HistoricalDate> one = single(bare, tokens);
        if (one.state() == State.UNREADABLE && best != null) {
            return best;
        }
        return isDeath(tokens) ? new LifeYears(Reading.empty(), one) : new LifeYears(one, Reading.empty());
    }

    private Reading<HistoricalDate> single(String text, Tokens tokens) {
        return Dates.readText(text, isDeath(tokens) ? death : birth);
    }

    private static boolean isDeath(Tokens tokens) {
        return tokens.match(0, Meaning.DEATH) > 0 || tokens.isSign(0, '†') || tokens.isSign(0, '+');
    }

    private static boolean isWhole(Reading<HistoricalDate> reading) {
        return reading.state() != State.UNREADABLE
                && reading.remarks().stream().noneMatch(remark -> remark.rule().equals("date-unparseable"));
    }

    private Reading<HistoricalDate> death(String text, String birthText) {
        String bare = text.strip();
        Tokens tokens = Tokens.of(bare);
        int alive = tokens.match(0, Meaning.ALIVE);
        if (tokens.count() > 0 && alive == tokens.count()) {
            return Reading.empty();
        }
        // 1894–77: the century is the life's
        if (tokens.at(0).isNumber(2, 2) && (tokens.count() == 1 || tokens.match(1, Meaning.YEAR) == tokens.count())) {
            HistoricalDate born = Dates.readText(birthText, birth).value();
            if (born != null
                    && born.latest().getYear() < 3000
                    && born.earliest().getYear() > 0) {
                int year = born.latest().getYear();
                return Dates.readText(
                        tokens.count() == 1 ? bare + " г." : bare,
                        death.withYears(
                                year + 1,
                                Math.min(year + LONGEST_LIFE, death.today().getYear())));
            }
        }
        return Dates.readText(bare, death);
    }

    private static String unwrapped(String text) {
        boolean wrapped = text.length() > 2
                && text.charAt(0) == '('
                && text.charAt(text.length() - 1) == ')'
                && text.indexOf(')') == text.length() - 1;
        return wrapped ? text.substring(1, text.length() - 1) : text;
    }

    /** Start and end of each sign that may part birth from death, surest first; 1 where it is sure to part something. */
    private static List<int[]> cuts(Tokens tokens) {
        List<int[]> longDashes = new ArrayList<>();
        List<int[]> hyphens = new ArrayList<>();
        List<int[]> others = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.count(); i++) {
            Tokens.Token token = tokens.at(i);
            if (token.isSign('(') || token.isSign('[')) {
                depth++;
            } else if (token.isSign(')') || token.isSign(']')) {
                depth--;
            }
            if (depth != 0) {
                continue;
            }
            int @Nullable [] cut = {token.start(), token.end(), 0};
            if (token.isSign(Tokens.LONG_DASH)) {
                cut[2] = 1;
                longDashes.add(cut);
            } else if (token.isSign('-')) {
                boolean loose = token.spaced() && tokens.at(i + 1).spaced();
                cut[2] = loose ? 1 : 0;
                (loose ? longDashes : hyphens).add(cut);
            } else if (i > 0 && (token.isSign('†') || tokens.match(i, Meaning.DEATH) > 0)) {
                others.add(new int[] {token.start(), token.start(), 1});
            } else if (token.isSign('/') || token.isSign(';') || token.isSign(',') || token.isSign('+')) {
                others.add(cut);
            } else if (token.kind() == Kind.WORD && token.word().equals("по") && i > 0) {
                others.add(cut);
            }
        }
        List<int[]> cuts = new ArrayList<>(longDashes);
        cuts.addAll(others);
        cuts.addAll(hyphens);
        return cuts;
    }
}
