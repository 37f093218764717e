package ukaz.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ukaz.model.AwardRecord;
import ukaz.model.Finding;
import ukaz.rules.rule.RecordRule;

/** What judging costs a record in which nothing is wrong, as nearly all are. */
class CleanPathTest {

    private static final int CHECKS = 1_000;
    private static final int ROUNDS = 500;

    private static final RuleBook BOOK = RuleBook.of(Settings.standard());
    private static final List<AwardRecord> CLEAN = List.of(
            record(Map.of()),
            record(Map.of("ordinal", 2, "medalNumber", "57", "orderOfLeninNumber", "")),
            record(Map.of("award", "HSU", "medalNumber", "412", "decreeDate", "1941-09")),
            record(Map.of("award", "HSU", "decreeDate", "1943-11-05", "deathDate", "1943-07", "posthumous", "true")));

    private static AwardRecord record(Map<String, Object> changed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("surname", "Фамилин");
        values.put("givenName", "Иван");
        values.put("patronymic", "Петрович");
        values.put("birthDate", "1905-03-12");
        values.put("deathDate", "1971-05-02");
        values.put("citizenship", "SU");
        values.put("award", "HSL");
        values.put("ordinal", 1);
        values.put("decreeDate", "1948-05-17");
        values.put("authority", "PVS_USSR");
        values.put("medalNumber", "1407");
        values.put("orderOfLeninNumber", "70123");
        values.put("certificateNumber", "1512");
        values.put("posthumous", "false");
        values.put("status", "");
        values.putAll(changed);
        return ExampleRecord.of(values);
    }

    @Test
    void nothing_is_wrong_with_the_records() {
        List<Finding> findings = new ArrayList<>();
        RuleBook.Session session = BOOK.session();
        CLEAN.forEach(record -> session.check(record, findings::add));

        assertThat(findings).isEmpty();
        assertThat(CLEAN)
                .allSatisfy(record -> assertThat(Catalogue.SHAPE.check(record)).isEmpty());
    }

    @Test
    void no_rule_leaves_an_object_behind() {
        Map<String, Long> leaving = new HashMap<>();
        for (Catalogue.Entry rule : Catalogue.RULES) {
            if (rule.kind() == Catalogue.Kind.RECORD) {
                Card card = BOOK.card(rule.id()).orElseThrow();
                RecordRule judge = (RecordRule)
                        rule.maker().apply(BOOK.statutes(), Settings.standard().parameters(card));
                leaving.put(rule.id(), least(judge::check));
            }
        }

        assertThat(leaving)
                .isNotEmpty()
                .allSatisfy((rule, bytes) -> assertThat(bytes).isZero());
    }

    @Test
    void judging_by_all_rules_leaves_no_object_behind() {
        RuleBook.Session session = BOOK.session();
        Consumer<Finding> nobody = finding -> {};

        assertThat(least(record -> session.check(record, nobody))).isZero();
    }

    /** So many bytes a check once the compiler has seen to it, which is allowed some rounds for that. */
    private static long least(Consumer<AwardRecord> check) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < CHECKS; i++) {
                check.accept(CLEAN.get(i % CLEAN.size()));
            }
            least = Math.min(least, (threads.getThreadAllocatedBytes(thread) - before) / CHECKS);
        }
        return least;
    }
}
