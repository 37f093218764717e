package ukaz.ingest.normalise.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.RowTitles;

/** Makes award records of the rows of one table. */
final class RowAssembler {

    private static final int ID_BYTES = 8;

    private final TableContext context;
    private final Plan plan;
    private final Slip slip;
    private final MessageDigest digest;
    /** By the columns of which something is in the row, a bit each. */
    private final Map<Long, RowTitles> titles = new HashMap<>();

    RowAssembler(TableContext context) {
        this.context = context;
        this.plan = new Plan(context);
        this.slip = new Slip(plan);
        this.digest = sha256();
        digest.update(context.sha256().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Assembled assemble(SourceRow row, Map<Integer, Integer> carried) {
        RowReader reader = new RowReader(context, plan, row, carried);
        if (!carried.isEmpty()) {
            reader.noteCarried(plan.mapped());
        }
        PersonReader person = new PersonReader(reader);
        person.read();
        List<Conferral> conferrals = new Conferrals(reader).all();
        List<AwardRecord> records = new ArrayList<>(conferrals.size());
        List<List<Change>> changes = new ArrayList<>(conferrals.size());
        for (int i = 0; i < conferrals.size(); i++) {
            Conferral conferral = conferrals.get(i);
            AwardRecord.Builder builder =
                    AwardRecord.builder(id(row, i + 1), reader.at()).group(i + 1);
            new ConferralReader(new ConferralCells(reader, builder, conferral, i == conferrals.size() - 1), person)
                    .read();
            raw(row, reader, builder);
            records.add(builder.build());
            changes.add(reader.takeChanges());
        }
        slip.look(reader);
        reader.flags(plan.mapped());
        return new Assembled(List.copyOf(records), List.copyOf(changes), List.copyOf(reader.faults()));
    }

    private void raw(SourceRow row, RowReader reader, AwardRecord.Builder builder) {
        List<SourceCell> cells = row.cells();
        boolean shared = cells.size() <= Math.min(plan.width(), Long.SIZE);
        long filled = 0;
        List<String> texts = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            SourceCell cell = cells.get(i);
            if (!cell.isBlank() && !reader.isCarried(i)) {
                String text = cell.kind() == SourceCell.Kind.DATE
                        ? reader.typed(new Column(i, "", null, 0, null, 0))
                        : cell.text();
                if (shared) {
                    filled |= 1L << i;
                    texts.add(text);
                } else {
                    builder.raw(plan.rawTitle(i), text);
                }
            }
        }
        if (shared) {
            builder.raw(titles.computeIfAbsent(filled, this::titles).row(texts));
        }
    }

    private RowTitles titles(long filled) {
        List<String> of = new ArrayList<>();
        for (int i = 0; i < Long.SIZE; i++) {
            if ((filled & 1L << i) != 0) {
                of.add(plan.rawTitle(i));
            }
        }
        return new RowTitles(of);
    }

    private String id(SourceRow row, int group) {
        MessageDigest own;
        try {
            own = (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
        own.update(ByteBuffer.allocate(12)
                .putInt(context.sheet().index())
                .putInt(row.number())
                .putInt(group)
                .array());
        return HexFormat.of().formatHex(own.digest(), 0, ID_BYTES);
    }
}
