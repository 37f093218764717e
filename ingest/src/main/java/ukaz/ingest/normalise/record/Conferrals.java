package ukaz.ingest.normalise.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.table.Column;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;

/** Finds out which conferrals a row tells of. */
final class Conferrals {

    private final RowReader reader;
    private final Plan plan;

    Conferrals(RowReader reader) {
        this.reader = reader;
        this.plan = reader.plan();
    }

    /** In their order; at least one. */
    List<Conferral> all() {
        List<Conferral> all = new ArrayList<>(1);
        for (int group = 1; group <= plan.groups(); group++) {
            if (plan.groups() == 1 || isGroupFilled(group)) {
                all.addAll(ofGroup(group));
            }
        }
        if (all.isEmpty()) {
            all.addAll(ofGroup(1));
        }
        return all;
    }

    private boolean isGroupFilled(int group) {
        for (Column column : plan.mapped()) {
            if (column.group() == group && !reader.cell(column).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private List<Conferral> ofGroup(int group) {
        DatedAward award = awardOf(group);
        List<Reading<AwardTerm>> terms = award.terms();
        Column dateColumn = reader.column(plan.of(Field.DECREE_DATE, group));
        boolean dated = dateColumn != null && !reader.cell(dateColumn).isBlank();
        List<Reading<HistoricalDate>> dates = dateColumn == null ? List.of() : datesOf(dateColumn);
        Column actColumn = reader.column(plan.of(Field.DECREE, group));
        List<DecreeText> acts = List.of();
        if (actColumn != null && !reader.cell(actColumn).isBlank()) {
            acts = actsOf(actColumn);
            if (!dated) {
                dateColumn = actColumn;
            }
        } else if (dateColumn == null) {
            dateColumn = actColumn;
        } else if (dated && isWorded(reader.cell(dateColumn))) {
            acts = actsOf(dateColumn);
        }
        if (!dated && acts.isEmpty() && !award.dates().isEmpty()) {
            dates = award.dates();
            dateColumn = reader.column(plan.of(Field.AWARD, group));
        }
        boolean shared = plan.groups() > 1
                && plan.ofGroupOnly(Field.DECREE_DATE, group).length == 0
                && plan.ofGroupOnly(Field.DECREE, group).length == 0;
        int count = Math.max(Math.max(dates.size(), dated ? 0 : acts.size()), 1);
        if (shared) {
            int place = Math.min(group, count) - 1;
            return List.of(new Conferral(group, 0, 1, at(terms, 0), at(acts, place), at(dates, place), dateColumn));
        }
        if (terms.size() > 1) {
            count = Math.max(count, terms.size());
        }
        List<Conferral> conferrals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            conferrals.add(new Conferral(
                    group,
                    i,
                    count,
                    at(terms, Math.min(i, terms.size() - 1)),
                    at(acts, Math.min(i, acts.size() - 1)),
                    at(dates, Math.min(i, dates.size() - 1)),
                    dateColumn));
        }
        return conferrals;
    }

    private static <T> @Nullable T at(List<T> list, int index) {
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }

    private DatedAward awardOf(int group) {
        Column column = reader.column(plan.of(Field.AWARD, group));
        return column == null || reader.cell(column).isBlank()
                ? new DatedAward(List.of(), List.of())
                : plan.awards().of(reader.text(column));
    }

    private List<Reading<HistoricalDate>> datesOf(Column column) {
        SourceCell cell = reader.cell(column);
        if (cell.isBlank()) {
            return List.of();
        }
        DateContext date = plan.dates(column);
        return cell.kind() == SourceCell.Kind.TEXT ? Dates.readAll(cell.text(), date) : List.of(Dates.read(cell, date));
    }

    private List<DecreeText> actsOf(Column column) {
        SourceCell cell = reader.cell(column);
        DateContext date = plan.dates(column);
        return cell.kind() == SourceCell.Kind.TEXT
                ? DecreeText.readAll(cell.text(), date)
                : List.of(new DecreeText(Dates.read(cell, date), null, Reading.empty()));
    }

    /** "Указ ПВС СССР от …" in a column of dates: letters before the figures, more than a month's name. */
    private static boolean isWorded(SourceCell cell) {
        String text = cell.text();
        if (cell.kind() != SourceCell.Kind.TEXT || text.length() < 14) {
            return false;
        }
        return text.indexOf('№') > 0 || Authorities.findIn(text) != null;
    }
}
