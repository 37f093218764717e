package ukaz.ingest.normalise.date;

import ukaz.ingest.normalise.Reading;
import ukaz.model.HistoricalDate;

/** Birth and death out of one cell, "1894–1977". */
public record LifeYears(Reading<HistoricalDate> birth, Reading<HistoricalDate> death) {}
