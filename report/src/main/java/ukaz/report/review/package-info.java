/** The round trip of reviewers' decisions: what an earlier report said, and how this run's findings stand to it. */
@NullMarked
package ukaz.report.review;

import org.jspecify.annotations.NullMarked;
