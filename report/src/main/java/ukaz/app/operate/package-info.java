/** What an operator sees of a run without a terminal: its log, its metrics, mail and calls about its end. */
@NullMarked
package ukaz.app.operate;

import org.jspecify.annotations.NullMarked;
