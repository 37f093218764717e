/** Bytes on their way to a file: UTF-8 text, JSON, CSV, and files that appear only when they are whole. */
@NullMarked
package ukaz.report.out;

import org.jspecify.annotations.NullMarked;
