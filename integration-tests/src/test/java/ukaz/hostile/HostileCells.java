package ukaz.hostile;

import java.util.List;
import ukaz.hostile.HostileFile.Corpus;

/** Sound tables with cells that mean harm. */
final class HostileCells {

    private static final String HEADER =
            "ФИО;Награда;Дата указа;Кем присвоено;№ медали;Гражданство;Дата рождения;Прим.\n";

    private final Corpus corpus = new Corpus();
    private final Bait bait;

    private HostileCells(Bait bait) {
        this.bait = bait;
    }

    static List<HostileFile> files(Bait bait) {
        HostileCells cells = new HostileCells(bait);
        cells.names();
        cells.dates();
        cells.terms();
        cells.codes();
        return cells.corpus.files();
    }

    private static byte[] row(
            String name,
            String award,
            String decree,
            String organ,
            String medal,
            String state,
            String birth,
            String remark) {
        StringBuilder line = new StringBuilder(HEADER);
        for (String value : List.of(name, award, decree, organ, medal, state, birth, remark)) {
            line.append('"').append(value.replace("\"", "\"\"")).append("\";");
        }
        line.setCharAt(line.length() - 1, '\n');
        return Office.utf8(line.toString());
    }

    private void name(String file, String name, String rule, String words) {
        corpus.noticed(
                "name-" + file + ".csv",
                row(name, "ГСТ", "29.10.1949", "ПВС СССР", "5007", "СССР", "12.05.1905", ""),
                rule,
                words);
    }

    private void harmless(String file, String name) {
        corpus.harmless(
                "name-" + file + ".csv", row(name, "ГСТ", "29.10.1949", "ПВС СССР", "5007", "СССР", "12.05.1905", ""));
    }

    private void date(String file, String date, String rule, String words) {
        corpus.noticed(
                "date-" + file + ".csv",
                row("Безошибкин Пётр Ильич", "ГСТ", date, "ПВС СССР", "5007", "СССР", "12.05.1905", ""),
                rule,
                words);
    }

    private void names() {
        name("of-two-alphabets", "Cидоров Ивaн Петрович", "text-homoglyph", "Сидоров");
        name("of-greek-letters", "Сидοров Ιван Петрович", "text-homoglyph", "");
        name("turned-round", "Сидоров \u202Eванович\u202C Иван", "text-invisible", "");
        name("isolated", "Сидоров \u2067Иван\u2069 Петрович", "text-invisible", "");
        name("with-marks-of-no-width", "Си\u200Bдо\u200Dров Иван\uFEFF Петрович", "text-invisible", "zero-width");
        name("with-soft-hyphens", "Си\u00ADдо\u00ADров Иван Петрович", "text-invisible", "");
        corpus.unreadable(
                "control-characters.csv",
                row("Сидоров\u0007 Ив\u0008ан\u0001", "ГСТ", "29.10.1949", "", "", "", "", ""),
                "not text");
        corpus.noticed(
                "name-with-control-characters.xlsx",
                Office.sheet(Office.rows("").replace("Безошибкин Пётр", "Без_x0007_ошибкин Пё_x0001_тр")),
                "text-invisible",
                "control");
        corpus.noticed(
                "name-with-half-a-pair.xlsx",
                Office.sheet(Office.rows("").replace("Безошибкин Пётр", "Без_xD800_ошибкин Пё_xDC00_тр")),
                "",
                "");
        name("with-commands-of-a-terminal", "Сидоров \u001B[31mИван\u001B]0;pwned\u0007 Петрович", "", "");
        name("with-tags-of-no-shape", "Сидоров Иван\uDB40\uDC41\uDB40\uDC42 Петрович", "", "");
        harmless("with-characters-of-nobody", "Сидоров \uE000Иван\uF8FF Петрович");
        harmless("with-no-characters", "Сидоров \uFFFEИван\uFFFF Петрович");
        name("with-replacements", "Сидор\uFFFDв Ив\uFFFDн Петрович", "text-mojibake", "");
        name("in-another-encoding", "РЎРёРґРѕСЂРѕРІ РРІР°РЅ", "text-mojibake", "");
        name("under-a-pile-of-marks", "Сидоров И" + "\u0301\u0302\u0303".repeat(300) + "ван", "name-", "");
        name("of-thousands", "Ж".repeat(30_000), "name-", "");
        name("of-thousands-of-words", "Сидоров ".repeat(3_500), "name-", "");
        name("of-brackets", "(".repeat(10_000) + "Сидоров" + ")".repeat(10_000), "name-", "");
        name("of-digits", "1234567890", "name-", "");
        name("of-smiles", "😀😀 😀😀 👨‍👩‍👧", "name-", "");
        harmless("in-arabic", "محمد بن عبد الله");
        harmless("in-wide-letters", "Ｓｉｄｏｒｏｖ Ｉｖａｎ");
        name("of-mathematical-letters", "𝐒𝐢𝐝𝐨𝐫𝐨𝐯 𝐈𝐯𝐚𝐧", "", "");
        harmless("of-lines", "Сидоров\r\nИван\u2028Петрович\u2029\u0085");
        name("of-nothing-seen", "\u200B\u200C\u2060\u3164", "", "");
    }

    private void dates() {
        date("of-day-32", "32.01.1949", "date-impossible", "");
        date("of-month-13", "01.13.1949", "date-impossible", "");
        date("of-no-leap-year", "29.02.1949", "date-impossible", "");
        date("of-zeros", "00.00.0000", "date-serial-suspect", "");
        date("of-huge-figures", "99999999999999.1.1949", "date-unparseable", "");
        date("of-a-huge-year", "29.10.999999999999", "date-unparseable", "");
        date("beyond-int", "29.10.2147483648", "date-unparseable", "");
        date("to-come", "29.10.2077", "statute-", "");
        date("beyond-all", "29.10.9999", "date-unparseable", "");
        date("below-zero", "-29.-10.-1949", "date-unparseable", "");
        date("of-a-huge-number", "1e308", "date-unparseable", "");
        date("of-thousands-of-figures", "1".repeat(20_000), "date-unparseable", "");
        date("of-thousands-of-dots", "1.".repeat(10_000), "date-unparseable", "");
        date("of-a-thousand-dates", "29.10.1949; ".repeat(1_000), "", "");
        date("of-brackets", "(".repeat(5_000) + "29.10.1949" + ")".repeat(5_000), "", "");
        date("of-arabic-figures", "٢٩.١٠.١٩٤٩", "", "");
        date("of-roman-figures", "XXIXIXIX.MMMMMMMM.1949", "date-unparseable", "");
        date("of-months-without-end", "октября ".repeat(3_000), "date-unparseable", "");
        date("that-never-was", "07.02.1918 ст. ст. (30.02.1918)", "date-", "");
        date("of-an-interval-backwards", "1949-1940", "", "");
        date("of-a-sum", "=DATE(1949;10;29)", "date-unparseable", "");
    }

    private void terms() {
        corpus.noticed(
                "award-of-thousands.csv",
                row(
                        "Безошибкин Пётр Ильич",
                        "дважды ".repeat(4_000) + "ГСТ",
                        "29.10.1949",
                        "ПВС СССР",
                        "5007",
                        "СССР",
                        "",
                        ""),
                "",
                "");
        corpus.noticed(
                "award-of-a-thousand-times.csv",
                row("Безошибкин Пётр Ильич", "999999999 раз ГСТ", "29.10.1949", "ПВС СССР", "5007", "СССР", "", ""),
                "",
                "");
        corpus.noticed(
                "award-of-nobody.csv",
                row("Безошибкин Пётр Ильич", "Герой Галактики", "29.10.1949", "ПВС СССР", "5007", "СССР", "", ""),
                "award-",
                "");
        corpus.noticed(
                "organ-of-nobody.csv",
                row("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949", "'; drop table record; --", "5007", "СССР", "", ""),
                "authority-unknown",
                "");
        corpus.noticed(
                "state-of-nobody.csv",
                row("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949", "ПВС СССР", "5007", "../../../etc/passwd", "", ""),
                "citizenship-unknown",
                "");
        corpus.noticed(
                "number-of-thousands.csv",
                row("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949", "ПВС СССР", "9".repeat(20_000), "СССР", "", ""),
                "number-malformed",
                "");
        corpus.noticed(
                "number-below-zero.csv",
                row("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949", "ПВС СССР", "-5007", "СССР", "", ""),
                "number-malformed",
                "");
        corpus.noticed(
                "number-of-science.csv",
                row("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949", "ПВС СССР", "5,007E+99", "СССР", "", ""),
                "number-malformed",
                "");
        corpus.noticed(
                "numbers-without-end.csv",
                row("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949", "ПВС СССР", "1, ".repeat(9_000), "СССР", "", ""),
                "sheet-no-table",
                "");
    }

    /** What some program or other would take for an order. */
    private void codes() {
        String[][] orders = {
            {"formula-equals", "=cmd|' /C calc'!A0"},
            {"formula-plus", "+cmd|' /C calc'!A0"},
            {"formula-minus", "-2+3+cmd|' /C calc'!A0"},
            {"formula-at", "@SUM(1+1)*cmd|' /C calc'!A0"},
            {"formula-tab", "\t=1+1"},
            {"formula-return", "\r=1+1"},
            {"formula-wide", "＝1+1"},
            {"formula-behind-a-mark", "\u200B=1+1"},
            {"formula-link", "=HYPERLINK(\"" + bait.url() + "\";\"x\")"},
            {"markup", "<script>fetch('" + bait.url() + "')</script>"},
            {"markup-of-a-picture", "<img src=x onerror=alert(1)>"},
            {"markup-out-of-a-script", "</script><script>alert(1)</script><!--"},
            {"markup-out-of-cdata", "]]><x>&amp;&#0;"},
            {"lookup", "${jndi:ldap://127.0.0.1:" + bait.port() + "/x}"},
            {"placeholder", "{value} {0} %s %n %1$s ${user.home} #{T(java.lang.Runtime)}"},
            {"quotes", "'\"`\\'; drop table finding; --"},
            {"path", "../../../../../../etc/passwd"},
            {"escape-of-excel", "_x0041__x005F_x0041_ _x0000_ _xD800_"},
            {"line-of-json", "\"},{\"rule\":\"x\"}\n{\"rule\":\"y\"}"},
        };
        for (String[] order : orders) {
            corpus.harmless(
                    "order-" + order[0] + ".csv",
                    row(
                            "Безошибкин Пётр Ильич",
                            "ГСТ",
                            "29.10.1949",
                            "ПВС СССР",
                            "5007",
                            "СССР",
                            "12.05.1905",
                            order[1]));
        }
    }
}
