package ukaz.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SourceSummary;
import ukaz.model.Certainty;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataNode;
import ukaz.model.statute.Award;
import ukaz.report.correction.RightValues;
import ukaz.report.out.JsonOut;
import ukaz.report.out.PartFile;
import ukaz.report.out.Utf8Out;
import ukaz.report.review.Gone;
import ukaz.report.run.CardIndex;
import ukaz.report.run.Output;
import ukaz.report.run.RecordCard;
import ukaz.report.run.RunInfo;
import ukaz.report.run.SourcePath;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.text.Language;

/**
 * {@code report.html}: the findings with their records and the law, in both languages.
 *
 * <p>The data stand in the page as JSON in which no markup can begin; the page's policy runs its own script only.
 */
public final class ReportPage implements Output {

    /** The most findings a page holds. */
    public static final int MOST = 50_000;

    /** The most cards of persons' other conferrals. */
    private static final int MOST_CARDS = 100_000;

    private final PartFile file;
    private final Path folder;
    private final RunInfo run;
    private final Language language;
    private final RuleBook book;
    private final Wording ru;
    private final Wording en;
    private final CardIndex cards;
    private final Quotas quotas;
    private final RightValues right;
    private final PageReviews reviews;
    private final Map<String, Integer> ruleIds = new HashMap<>();
    private final Map<String, Integer> sourceIds = new HashMap<>();
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<List<String>, Integer> titles = new LinkedHashMap<>();
    private final Map<Integer, Integer> cardNumbers = new HashMap<>();
    private final ByteArrayOutputStream findingBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream cardBytes = new ByteArrayOutputStream();
    private final JsonOut findingJson = JsonOut.inPage(findingBytes);
    private final JsonOut cardJson = JsonOut.inPage(cardBytes);

    /** @param tallies of every rule, in the order of the catalogue */
    public ReportPage(
            Path folder,
            RunInfo run,
            Language language,
            RuleBook book,
            List<SourceSummary> sources,
            Map<String, RuleTally> tallies,
            CardIndex cards,
            RightValues right)
            throws IOException {
        this.folder = folder;
        this.run = run;
        this.language = language;
        this.book = book;
        this.ru = new Wording(Language.RU, book);
        this.en = new Wording(Language.EN, book);
        this.cards = cards;
        this.right = right;
        this.reviews = new PageReviews(ru, en);
        this.quotas = new Quotas(tallies.values(), MOST);
        tallies.keySet().forEach(rule -> ruleIds.put(rule, ruleIds.size()));
        sources.forEach(source -> sourceIds.put(source.path(), sourceIds.size()));
        this.file = new PartFile(folder.resolve("report.html"));
        findingJson.array();
        cardJson.array();
    }

    @Override
    public void finding(Told told) throws IOException {
        Finding finding = told.finding();
        Integer rule = ruleIds.get(finding.rule());
        Integer source = sourceIds.get(finding.fault().at().file());
        if (rule == null || source == null || !quotas.take(finding.rule())) {
            return;
        }
        Fault fault = finding.fault();
        SourceRef at = fault.at();
        RecordCard card = told.card();
        int cardNumber = card == null ? -1 : number(card);
        findingJson
                .array()
                .add(rule)
                .add(finding.severity().ordinal())
                .add(fault.certainty() == Certainty.CERTAIN ? 1 : 0)
                .add(source)
                .add(string(at.sheet()))
                .add(at.row())
                .add(at.cell())
                .add(string(fault.title()))
                .add(string(fault.value()))
                .add(string(language == Language.RU ? told.message() : ru.message(finding)))
                .add(string(language == Language.EN ? told.message() : en.message(finding)))
                .add(string(language == Language.RU ? told.expected() : ru.expected(finding)))
                .add(string(language == Language.EN ? told.expected() : en.expected(finding)))
                .add(cardNumber)
                .add(finding.fingerprint());
        reviews.write(findingJson, told.reviewed(), right.of(fault));
        findingJson.array();
        for (SourceRef related : fault.related()) {
            findingJson
                    .array()
                    .add(place(related))
                    .add(place(new SourceRef(related.file(), related.sheet(), related.row(), -1)))
                    .add(sourceIds.getOrDefault(related.file(), -1))
                    .endArray();
        }
        findingJson.endArray().endArray();
    }

    @Override
    public void gone(Gone gone) throws IOException {
        reviews.add(gone);
    }

    private static String place(SourceRef at) {
        String cell = at.cell();
        String where = cell != null ? cell : at.row() > 0 ? String.valueOf(at.row()) : "";
        return at.file() + (at.sheet() == null ? "" : " · " + at.sheet()) + (where.isEmpty() ? "" : " · " + where);
    }

    private int string(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        Integer known = strings.putIfAbsent(text, strings.size());
        return known == null ? strings.size() - 1 : known;
    }

    private int number(RecordCard card) throws IOException {
        Integer known = cardNumbers.get(card.index());
        if (known != null) {
            return known;
        }
        int number = cardNumbers.size();
        cardNumbers.put(card.index(), number);
        Integer titleId = titles.putIfAbsent(card.titles(), titles.size());
        cardJson.array()
                .add(string(card.name()))
                .add(card.award())
                .add(card.ordinal() == null ? 0 : card.ordinal())
                .add(card.decreeDate())
                .add(card.person())
                .add(titleId == null ? titles.size() - 1 : titleId)
                .array();
        for (String value : card.raw()) {
            cardJson.add(string(value));
        }
        cardJson.endArray().add(place(card.at())).endArray();
        return number;
    }

    /** Adds the other conferrals of the persons shown. */
    private void addConferrals() throws IOException {
        try (CardIndex.Reader reader = cards.reader()) {
            for (int[] person : cards.several()) {
                boolean shown = false;
                for (int record : person) {
                    shown |= cardNumbers.containsKey(record);
                }
                for (int i = 0; shown && i < person.length && cardNumbers.size() < MOST_CARDS; i++) {
                    if (!cardNumbers.containsKey(person[i])) {
                        number(reader.card(person[i]));
                    }
                }
            }
        }
    }

    @Override
    public void finish(Totals totals) throws IOException {
        addConferrals();
        findingJson.endArray().flush();
        cardJson.endArray().flush();
        String style = resource("page.css");
        String script = resource("page.js");
        Map<String, String> places = Map.of(
                "lang", language.key(),
                "title", Utf8Out.escaped((language == Language.RU ? ru : en).text("title")),
                "style", style,
                "script", script,
                "style-hash", hash(style),
                "script-hash", hash(script));
        Utf8Out out = new Utf8Out(file.out());
        String template = resource("page.html");
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
            int close = template.indexOf('}', open);
            String name = template.substring(open + 1, close);
            out.put(template.substring(done, open));
            if (name.equals("data")) {
                data(out, totals);
            } else {
                out.put(places.getOrDefault(name, ""));
            }
            done = close + 1;
        }
        out.put(template.substring(done)).flush();
    }

    private void data(Utf8Out out, Totals totals) throws IOException {
        JsonOut json = JsonOut.inPage(out);
        json.object().put("lang", language.key());
        texts(json);
        json.object("run")
                .put("id", run.id())
                .put("version", run.version())
                .put("started", run.started().toString())
                .put("finished", run.finished().toString())
                .put("zone", run.zone().getId().equals("Z") ? "UTC" : run.zone().getId())
                .put("arguments", run.arguments())
                .object("settings");
        for (Map.Entry<String, String> setting : run.settings().entrySet()) {
            json.putAny(setting.getKey(), setting.getValue());
        }
        json.endObject().endObject();
        RowCounts rows = totals.rows();
        json.object("rows")
                .put("read", rows.read())
                .put("records", rows.records())
                .put("blank", rows.blank())
                .put("notData", rows.notData())
                .put("rejected", rows.rejected())
                .endObject();
        json.put("records", totals.records());
        json.put("persons", (long) totals.persons());
        json.put("found", totals.findings().total());
        counts(json, totals.findings());
        json.array("decades");
        TreeSet<Integer> decades = new TreeSet<>(totals.recordsByDecade().keySet());
        for (int decade : decades) {
            Totals.Counts counts = totals.byDecade().getOrDefault(decade, Totals.NO_FINDINGS);
            json.array().add(decade).add(totals.recordsByDecade().getOrDefault(decade, 0L));
            for (Severity severity : Severity.values()) {
                json.add(counts.of(severity));
            }
            json.endArray();
        }
        json.endArray();
        reviews.write(json, totals);
        rules(json, totals);
        sources(json, totals);
        json.object("awards");
        for (Award award : book.statutes().awards()) {
            bilingual(json, award.code(), award.name());
        }
        json.endObject();
        json.array("titles");
        for (List<String> columns : titles.keySet()) {
            json.array();
            for (String column : columns) {
                json.add(column);
            }
            json.endArray();
        }
        json.endArray().array("strings");
        for (String text : strings.keySet()) {
            json.add(text);
        }
        json.endArray();
        json.raw("cards", cardBytes.toByteArray());
        json.raw("findings", findingBytes.toByteArray());
        json.endObject();
    }

    private static void texts(JsonOut json) throws IOException {
        json.object("texts");
        for (Map.Entry<String, DataNode> text :
                DataNode.resource(ReportPage.class, "page.yaml").entries().entrySet()) {
            bilingual(json, text.getKey(), text.getValue().bilingual());
        }
        json.endObject();
    }

    private void rules(JsonOut json, Totals totals) throws IOException {
        TreeSet<String> bases = new TreeSet<>();
        json.array("rules");
        for (Map.Entry<String, RuleTally> entry : totals.tallies().entrySet()) {
            String id = entry.getKey();
            RuleTally tally = entry.getValue();
            Card card = book.card(id).orElseThrow();
            bases.addAll(card.basis());
            json.object()
                    .put("id", id)
                    .put("severity", (long) book.severity(id).ordinal())
                    .put("checked", tally.checked())
                    .put("undecided", tally.undecided())
                    .put("basis", card.basis());
            bilingual(json, "title", card.title());
            bilingual(json, "explanation", card.explanation());
            Bilingual advice = card.advice();
            if (advice != null) {
                bilingual(json, "advice", advice);
            }
            String notRun = tally.notRun();
            if (notRun != null) {
                bilingual(json, "notRun", new Bilingual(ru.notRun(notRun), en.notRun(notRun)));
            }
            counts(json, totals.byRule().getOrDefault(id, Totals.NO_FINDINGS));
            json.endObject();
        }
        json.endArray().object("bases");
        for (String id : bases) {
            bilingual(json, id, new Bilingual(ru.basisInFull(id), en.basisInFull(id)));
        }
        json.endObject();
    }

    private void sources(JsonOut json, Totals totals) throws IOException {
        json.array("sources");
        for (SourceSummary source : totals.sources()) {
            String state = "state-" + source.state().name().toLowerCase(Locale.ROOT);
            json.object()
                    .put("path", source.path())
                    .put("href", href(source.location()))
                    .put("format", source.format())
                    .put("sha256", source.sha256())
                    .put("read", source.counts().read())
                    .put("records", source.counts().records());
            bilingual(json, "state", new Bilingual(ru.text(state), en.text(state)));
            counts(json, totals.bySource().getOrDefault(source.path(), Totals.NO_FINDINGS));
            json.endObject();
        }
        json.endArray();
    }

    /** The way from the report to the source, as a link; nothing in it can be taken for a scheme. */
    private String href(Path location) {
        Path to = location.toAbsolutePath().normalize();
        try {
            return new URI(null, null, "./" + SourcePath.between(folder, to), null).toASCIIString();
        } catch (URISyntaxException e) {
            return to.toUri().toASCIIString();
        }
    }

    private static void counts(JsonOut json, Totals.Counts counts) throws IOException {
        json.array("counts");
        for (Severity severity : Severity.values()) {
            json.add(counts.of(severity));
        }
        json.endArray();
    }

    private static void bilingual(JsonOut json, String key, Bilingual text) throws IOException {
        json.array(key).add(text.ru()).add(text.en()).endArray();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public List<Path> complete() throws IOException {
        file.complete();
        return List.of(file.name());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
