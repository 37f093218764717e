package ukaz.rules.identity;

import ukaz.model.AwardRecord;

/** Packs records while they are read, for a {@link Register} to take: nobody has to read them again to tell who is who. */
public final class Packer {

    private final NameParts parts = new NameParts();
    private final Packed.Writer writer = new Packed.Writer(0);

    public void add(AwardRecord record) {
        writer.add(Features.of(record, parts));
    }

    public int size() {
        return writer.size();
    }

    /** All that were added, in their order. */
    public byte[] packed() {
        return writer.packed();
    }
}
