package ukaz.app.job;

import java.util.List;
import ukaz.ingest.store.Cards;
import ukaz.ingest.store.CrossRecords;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.Store;
import ukaz.model.AwardRecord;
import ukaz.rules.identity.Packer;

/** Puts what tells people apart on cards while a piece is read, for an archive to keep; for one thread. */
final class Packing {

    private int part;
    private Cards.Places places = new Cards.Places();
    private Packer people = new Packer();

    /** Begins with the records of the piece that are staged, and on no card yet. */
    Packing(Store store, Piece piece, boolean begun) {
        part = Cards.firstPart(piece);
        if (begun) {
            Cards.Count done = new Cards(store).of(piece);
            part += done.cards();
            CrossRecords staged = new CrossRecords(store);
            staged.read(piece, done.records(), (record, number) -> add(staged.sheet(number), record));
        }
    }

    private void add(int sheet, AwardRecord record) {
        places.add(sheet, record.at().row(), record.group());
        people.add(record);
    }

    /**
     * Takes further rows.
     *
     * @param atEnd whether they are the last ones
     * @return the cards that are full, at the end all
     */
    List<Cards.Card> take(List<StagedRow> rows, boolean atEnd) {
        for (StagedRow row : rows) {
            row.inOrder().forEach(record -> add(row.sheet(), record));
        }
        if (people.size() < (atEnd ? 1 : Cards.MOST)) {
            return List.of();
        }
        List<Cards.Card> full = List.of(new Cards.Card(part++, places, people.packed()));
        places = new Cards.Places();
        people = new Packer();
        return full;
    }
}
