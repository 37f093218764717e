package ukaz.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import ukaz.ingest.store.SourceSummary;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.SourceRef;
import ukaz.report.correction.RightValues;
import ukaz.report.run.CardIndex;
import ukaz.report.run.Output.Stage;
import ukaz.report.run.RecordCard;
import ukaz.report.run.Telling;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.report.workbook.ReportWorkbook;
import ukaz.report.xlsx.XlsxFile;
import ukaz.rules.text.Language;

/**
 * Writes a sheet of discrepancies by one of the programs that can, each in a process of its own.
 *
 * <p>The peers write the same texts, numbers and links, plainly: no styles, row heights, conditions or drop-downs.
 */
public final class Writing {

    private static final int FLUSH = 1_000;
    private static final int LINK = 11;
    /** The columns whose texts hardly return. */
    private static final Set<Integer> UNIQUE = Set.of(3, 5, 6, 26, 27, 28);

    private final Wording wording = new Wording(Language.RU, InventedFindings.BOOK);
    private final InventedFindings findings = new InventedFindings();

    private enum Peer {
        UKAZ("Ukaz, its workbook"),
        FASTEXCEL("fastexcel"),
        SXSSF("POI, SXSSF");

        private final String title;

        Peer(String title) {
            this.title = title;
        }
    }

    private Writing() {}

    static Benchmark.Suite suite(Path work, int findings) {
        List<Benchmark.Contender> contenders = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            Path file = work.resolve("written-by-" + peer.name().toLowerCase(Locale.ROOT) + ".xlsx");
            contenders.add(new Benchmark.Contender(
                    peer.title,
                    peer == Peer.FASTEXCEL,
                    Reading.java(
                            "-Xmx512m",
                            Writing.class,
                            peer.name(),
                            String.valueOf(findings),
                            file.toAbsolutePath().toString())));
        }
        return new Benchmark.Suite(String.format(Locale.ROOT, "Writing, %,d findings", findings), contenders);
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        Path file = Path.of(arguments[2]);
        Writing writing = new Writing();
        switch (Peer.valueOf(arguments[0])) {
            case UKAZ -> writing.ukaz(count, file);
            case FASTEXCEL -> writing.fastexcel(count, file);
            case SXSSF -> writing.sxssf(count, file);
        }
    }

    private void ukaz(int count, Path file) throws IOException {
        Path folder = file.getParent();
        List<SourceSummary> sources = InventedFindings.sources(folder);
        Telling telling = new NothingTold(sources);
        ReportWorkbook.Limits limits = new ReportWorkbook.Limits(XlsxFile.MOST_ROWS, Integer.MAX_VALUE, 1);
        try (CardIndex cards = new CardIndex(folder.resolve("cards.part"), sources, false);
                ReportWorkbook workbook = new ReportWorkbook(
                        folder,
                        wording,
                        InventedFindings.run(),
                        telling,
                        cards,
                        true,
                        new RightValues(InventedFindings.BOOK, sources),
                        limits)) {
            Totals totals = new Totals(sources, Map.of(), telling::mark);
            cards.complete();
            for (Stage stage : Stage.values()) {
                workbook.start(stage);
                for (int i = 0; stage == Stage.FINDINGS && i < count; i++) {
                    Told told = findings.get(i);
                    totals.addFinding(told);
                    workbook.finding(told);
                }
                workbook.end(stage);
            }
            workbook.finish(totals);
            Files.move(workbook.complete().get(0), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void fastexcel(int count, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Workbook workbook = new Workbook(out, "Ukaz", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Расхождения");
            for (int i = 0; i < count; i++) {
                Told told = findings.get(i);
                List<String> texts = texts(told);
                sheet.value(i, 0, told.number());
                for (int column = 1; column <= texts.size(); column++) {
                    String text = texts.get(column - 1);
                    if (column == LINK) {
                        sheet.formula(i, column, text);
                    } else if (UNIQUE.contains(column)) {
                        sheet.inlineString(i, column, text);
                    } else if (!text.isEmpty()) {
                        sheet.value(i, column, text);
                    }
                }
                if (i % FLUSH == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private void sxssf(int count, Path file) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            Sheet sheet = workbook.createSheet("Расхождения");
            for (int i = 0; i < count; i++) {
                Told told = findings.get(i);
                List<String> texts = texts(told);
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue(told.number());
                for (int column = 1; column <= texts.size(); column++) {
                    String text = texts.get(column - 1);
                    if (!text.isEmpty()) {
                        Cell cell = row.createCell(column);
                        if (column == LINK) {
                            cell.setCellFormula(text);
                        } else {
                            cell.setCellValue(text);
                        }
                    }
                }
            }
            workbook.write(out);
        }
    }

    /** What the sheet says of a finding, behind its number. */
    private List<String> texts(Told told) {
        Finding finding = told.finding();
        Fault fault = finding.fault();
        SourceRef at = fault.at();
        RecordCard card = Objects.requireNonNull(told.card());
        return List.of(
                wording.severity(finding.severity()),
                wording.ruleTitle(finding.rule()),
                told.message(),
                told.expected(),
                String.valueOf(fault.value()),
                card.name(),
                wording.awardShort(card.award()),
                String.valueOf(card.decreeDate()),
                at.file(),
                String.valueOf(at.sheet()),
                "HYPERLINK(\"" + at.file() + "#'" + at.sheet() + "'!" + at.cell() + "\",\"" + at.cell() + "\")",
                "",
                "",
                "",
                "",
                "",
                wording.status(told.reviewed().status(), false),
                told.reviewed().firstSeen().toString(),
                "",
                "",
                "",
                String.valueOf(fault.title()),
                wording.basis(finding.basis()),
                wording.certainty(fault.certainty()),
                finding.rule(),
                finding.recordId(),
                told.reviewed().mark().toString(),
                finding.fingerprint());
    }
}
