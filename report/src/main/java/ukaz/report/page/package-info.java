/** {@code report.html}: one page that needs nothing else, for looking, searching and printing. */
@NullMarked
package ukaz.report.page;

import org.jspecify.annotations.NullMarked;
