package ukaz.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * A sheet of an opened file, before its rows are read.
 *
 * @param index counted from 0 in the order of the tabs
 * @param name null for a text file
 * @param hidden true where the tab is hidden
 * @param date1904 true where serial 0 is 1 January 1904
 */
public record Sheet(int index, @Nullable String name, boolean hidden, boolean date1904) {}
