package ukaz.ingest.normalise.date;

import ukaz.ingest.normalise.Reading;
import ukaz.model.HistoricalDate;

/**
 * A date inside a longer text.
 *
 * @param start where it starts in the text, an "от" before it included
 * @param end where it ends, a "г." after it included
 */
public record FoundDate(Reading<HistoricalDate> reading, int start, int end) {}
