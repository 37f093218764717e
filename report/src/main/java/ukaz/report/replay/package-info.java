/** An earlier run as its outputs for programs tell it, so that its reports can be made again without its sources. */
@NullMarked
package ukaz.report.replay;

import org.jspecify.annotations.NullMarked;
