/** What a rule is: it looks at a record and answers with a verdict, and knows no id, severity, language or workbook. */
@NullMarked
package ukaz.rules.rule;

import org.jspecify.annotations.NullMarked;
