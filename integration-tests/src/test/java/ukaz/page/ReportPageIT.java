package ukaz.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.run.Ukaz;

/** The page of a report as a reader uses it, in a real browser. */
final class ReportPageIT {

    private static final String HEAD = "ФИО;Пол;Дата рождения;Награда;Дата указа;Кем присвоено;№ медали;Гражданство\n";
    private static final int MANY = 13_000;

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path report;
    private static Path reviewed;
    private static Path large;

    private final List<String> troubles = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void check_lists() throws IOException {
        browser = Browser.start();
        StringBuilder list = new StringBuilder(HEAD);
        for (String hostile : List.of(
                "<script>document.title='взлом'</script>",
                "<img src=x onerror=document.title='взлом'>",
                "\"\"onload=\"\"document.title='взлом'",
                "javascript:alert(1)",
                "</script><script>document.title='взлом'</script>")) {
            list.append("Выдумкин Пётр Ильич;м;12.03.1905;Герой Социалистического Труда;05.03.1931;ПВС СССР;")
                    .append("12;\"" + hostile + "\"\n");
        }
        list.append("Небылов Ефим Ильич;м;12.03.1955;Герой Социалистического Труда;06.07.1950;ПВС СССР;5301;СССР\n");
        list.append("Небылов Ефим Ильич;м;12.03.1955;Герой Социалистического Труда;06.07.1955;ПВС СССР;;СССР\n");
        report = report("small", list.toString());

        reviewed = reviewed(list.toString());

        StringBuilder many = new StringBuilder(HEAD);
        for (int i = 0; i < MANY; i++) {
            String name = "Выдумкин" + (char) ('а' + i % 28) + (char) ('а' + i / 28 % 28) + (char) ('а' + i / 784 % 28);
            many.append(name)
                    .append(" Пётр Ильич;м;12.03.1945;Герой Социалистического Труда;05.03.1949;ПВС РСФСР;;Куба\n");
        }
        large = report("large", many.toString());
    }

    private static Path report(String name, String list) throws IOException {
        return report(name, list, "html");
    }

    private static Path report(String name, String list, String formats, Object... more) throws IOException {
        Path source = folder.resolve(name + ".csv");
        Files.writeString(source, list, StandardCharsets.UTF_8);
        Path out = folder.resolve(name);
        Ukaz.run(Stream.concat(
                        Stream.of("check", source, "--out", out, "--format", formats, "--lang", "ru", "--quiet"),
                        Stream.of(more))
                .toArray());
        return out.resolve("report.html");
    }

    /** The same list again: a row has gone, a cell has changed, one finding is decided on, one decision has expired. */
    private static Path reviewed(String list) throws IOException {
        Path first = report("reviewed", list, "html,jsonl").resolveSibling("discrepancies.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(first));
        decide(lines, line -> line.contains("\"rule\":\"citizenship-unknown\""), "2030-01-01");
        decide(
                lines,
                line -> line.contains("\"decision\":null")
                        && line.contains("\"row\":3,")
                        && !line.contains("citizenship-unknown"),
                "2020-01-01");
        Path previous = Files.write(folder.resolve("earlier.jsonl"), lines);
        String later = list.lines()
                        .filter(line -> !line.contains("06.07.1950"))
                        .collect(java.util.stream.Collectors.joining("\n"))
                + "\nСказочников Лука Фомич;м;12.03.1925;Герой Социалистического Труда;05.03.1937;ПВС СССР;14;СССР\n";
        return report("reviewed", later, "html,xlsx,jsonl", "--previous", previous);
    }

    private static void decide(List<String> lines, Predicate<String> on, String until) {
        String decision =
                "\"decision\":{\"decision\":\"waived\",\"reason\":\"дело № 7 <b>\",\"reviewer\":\"Н. Архивова\","
                        + "\"until\":\"" + until + "\"}";
        int at = lines.indexOf(lines.stream().filter(on).findFirst().orElseThrow());
        lines.set(at, lines.get(at).replace("\"decision\":null", decision));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open_the_page() {
        open(report, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothing_was_complained_of_and_nothing_asked_of_the_network() {
        if (page != null) {
            page.context().close();
            assertThat(troubles).isEmpty();
            assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
        }
    }

    private void open(Path file, ColorScheme colours) {
        if (page != null) {
            page.context().close();
        }
        page = browser.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setColorScheme(colours))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        page.onDialog(dialog -> {
            troubles.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(file.toUri().toString());
    }

    private void tab(String name) {
        page.locator("#tab-" + name).click();
    }

    private Locator rows() {
        return page.locator("#rows tr[data-row]");
    }

    private int found() {
        return ((Number) page.evaluate("Number(document.getElementById('grid').getAttribute('aria-rowcount')) - 1"))
                .intValue();
    }

    /** Types into the search and waits until the number of rows differs. */
    private void search(String words) {
        int before = found();
        page.locator("#search").fill(words);
        page.waitForFunction(
                "n => Number(document.getElementById('grid').getAttribute('aria-rowcount')) - 1 !== n", before);
    }

    @Test
    void filters_search_and_reset() {
        tab("findings");
        int all = found();
        assertThat(all).isGreaterThan(10);

        search("небылов 1955");
        assertThat(found()).isBetween(1, all - 1);
        assertThat(rows().allInnerTexts()).allMatch(text -> text.contains("Небылов"));

        page.locator("#reset").click();
        assertThat(found()).isEqualTo(all);

        page.locator("#filter-rule").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        assertThat(found()).isBetween(1, all - 1);
    }

    @Test
    void a_narrow_screen_shows_all_filters_and_more_than_a_few_rows() {
        page.setViewportSize(400, 900);

        tab("findings");

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(400);
        assertThat(page.locator("#scroller").boundingBox().height).isGreaterThan(500);
    }

    @Test
    void sorts_by_a_column_up_and_down() {
        tab("findings");
        Locator person = page.locator("#heads th").nth(3);

        person.locator("button").click();
        assertThat(person.getAttribute("aria-sort")).isEqualTo("ascending");
        String first = rows().last().innerText();
        person.locator("button").click();
        assertThat(person.getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(rows().first().innerText()).contains("Небылов").isNotEqualTo(first);
    }

    @Test
    void a_finding_is_shown_in_detail_and_by_keyboard_alone() {
        page.locator("#tab-overview").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#tab-findings").getAttribute("aria-selected")).isEqualTo("true");
        for (int i = 0; i < 40 && !inRows(); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(inRows()).isTrue();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        Locator detail = page.locator("#detail");
        assertThat(detail.isVisible()).isTrue();
        assertThat(detail.locator("h2").innerText()).isNotBlank();
        assertThat(detail.innerText()).contains("Выдумкин", "12.03.1905");

        page.keyboard().press("Escape");
        assertThat(detail.isVisible()).isFalse();
    }

    private boolean inRows() {
        return (Boolean) page.evaluate("document.activeElement.closest('#rows') !== null");
    }

    @Test
    void a_record_stands_beside_the_one_that_it_repeats_or_contradicts() {
        tab("findings");
        search("повтор");
        rows().first().click();

        Locator beside = page.locator("#detail .beside");
        assertThat(beside.locator("thead th").allInnerTexts())
                .hasSizeGreaterThan(1)
                .allMatch(text -> text.contains("small.csv"));
        assertThat(beside.locator("tr.differs").count()).isPositive();
    }

    @Test
    void speaks_the_other_language_at_a_click() {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ru");
        assertThat(page.locator("#tab-findings").innerText()).matches("\\P{IsLatin}+");
        assertThat(page.locator("#tiles").innerText()).contains("Ошибок", "Предупреждений");

        page.locator("#language").click();

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("#tabs").innerText()).matches("\\P{IsCyrillic}+");
        assertThat(page.locator("#tiles").innerText()).contains("Errors", "Warnings");
    }

    @Test
    void shows_what_became_of_the_findings_of_an_earlier_report() {
        open(reviewed, ColorScheme.LIGHT);
        assertThat(page.locator("#chart-change").innerText()).contains("новое", "остаётся", "снято");

        tab("findings");
        int all = found();
        page.locator("#filter-review").selectOption("s0");
        assertThat(found()).isBetween(1, all - 1);
        assertThat(rows().allInnerTexts()).allMatch(text -> text.contains("Сказочников"));

        page.locator("#filter-review").selectOption("decided");
        assertThat(found()).isBetween(1, all - 1);
        assertThat(rows().allInnerTexts()).allMatch(text -> text.contains("допустимо"));
        rows().first().click();
        assertThat(page.locator("#detail").innerText())
                .contains("остаётся", "допустимо", "дело № 7 <b>", "Н. Архивова", "2030-01-01");

        page.locator("#filter-review").selectOption("lapsed");
        rows().first().click();
        assertThat(page.locator("#detail .lapsed").innerText()).contains("Срок решения истёк", "Н. Архивова");

        tab("gone");
        assertThat(page.locator("#gone").innerText()).contains("Награждение до рождения", "снято");
        page.locator("#language").click();
        assertThat(page.locator("#gone").innerText()).contains("resolved");
    }

    @Test
    void without_an_earlier_report_nothing_is_said_of_one() {
        assertThat(page.locator("#chart-change").isVisible()).isFalse();
        assertThat(page.locator("#tab-gone").count()).isZero();
    }

    @Test
    void shows_persons_with_their_conferrals() {
        tab("persons");

        page.locator("#person-search").fill("небылов");

        page.waitForFunction("() => document.querySelectorAll('#person-rows .person').length < 3");
        assertThat(page.locator("#person-rows").innerText()).contains("Небылов", "1950-07-06", "1955-07-06");
    }

    @Test
    void is_dark_where_the_reader_wants_it() {
        String light = background();
        page.locator("#theme").click();
        assertThat(background()).isNotEqualTo(light);

        open(report, ColorScheme.DARK);
        assertThat(background()).isNotEqualTo(light);
    }

    private String background() {
        return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }

    @Test
    void hostile_cells_stay_text() throws IOException {
        String html = Files.readString(report);
        assertThat(html)
                .contains("Content-Security-Policy", "default-src 'none'")
                .doesNotContain("<img src=x");

        tab("findings");
        for (int i = 0; i < found(); i++) {
            rows().nth(i).click();
        }
        tab("persons");
        tab("files");
        tab("rules");

        assertThat(page.title()).doesNotContain("взлом");
        assertThat(page.locator("img, script:not(#data)").count()).isEqualTo(1);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "[...document.querySelectorAll('*')].every(e =>"
                                                + " [...e.attributes].every(a => !a.name.startsWith('on') && !/^\\s*javascript:/i.test(a.value)))"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "overview,LIGHT",
        "findings,LIGHT",
        "persons,LIGHT",
        "rules,LIGHT",
        "files,LIGHT",
        "overview,DARK",
        "findings,DARK",
        "persons,DARK",
        "rules,DARK",
        "files,DARK",
        "gone,LIGHT",
        "gone,DARK"
    })
    void no_barrier_keeps_anybody_out(String tab, ColorScheme colours) throws IOException {
        open(tab.equals("rules") ? report : reviewed, colours);
        tab(tab);
        if (tab.equals("findings")) {
            rows().first().click();
        }
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }

        Object violations = page.evaluate(
                "async () => (await axe.run()).violations"
                        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | '))");

        assertThat((List<?>) violations).isEmpty();
    }

    @Test
    void fifty_thousand_findings_are_filtered_and_sorted_with_few_rows_in_sight() {
        open(large, ColorScheme.LIGHT);
        tab("findings");
        assertThat(found()).isGreaterThanOrEqualTo(50_000);

        search("выдумкинаб");
        assertThat(found()).isBetween(1, 5_000);
        page.locator("#reset").click();
        page.locator("#heads th").nth(2).locator("button").click();
        page.evaluate("document.getElementById('scroller').scrollTop = 1e6");
        page.waitForFunction("() => Number(document.querySelector('#rows tr[data-row]').dataset.row) > 1000");

        assertThat(found()).isGreaterThanOrEqualTo(50_000);
        assertThat(((Number) page.evaluate("document.getElementsByTagName('*').length")).intValue())
                .isLessThan(4_000);
    }
}
