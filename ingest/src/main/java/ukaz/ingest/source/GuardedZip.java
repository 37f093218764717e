package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/** A zip package whose every part is read under the limits, in place of POI's own settings, which are global. */
final class GuardedZip implements ZipEntrySource {

    private static final long MAX_SMALL = 64L << 20;
    private static final long LARGE = 1L << 19;

    private final ZipFile zip;
    private final Limits limits;
    private final Origin origin;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final long fileBytes;
    private long packedBytes;
    private long unpackedBytes;
    private long consumedBefore;
    private @Nullable GuardedStream current;
    private boolean closed;

    GuardedZip(SeekableByteChannel channel, Limits limits, Origin origin) throws IOException {
        this.limits = limits;
        this.origin = origin;
        this.fileBytes = channel.size();
        this.zip = ZipFile.builder().setSeekableByteChannel(channel).get();
        Enumeration<ZipArchiveEntry> all = zip.getEntries();
        while (all.hasMoreElements()) {
            ZipArchiveEntry entry = all.nextElement();
            if (entries.put(key(entry.getName()), entry) != null) {
                // two programs would read two different files
                zip.close();
                throw origin.unreadable("damaged");
            }
            packedBytes += holdsRows(entry) ? Math.max(0, entry.getCompressedSize()) : 0;
            if (entries.size() > Limits.MAX_ENTRIES) {
                zip.close();
                throw origin.tooLarge(Limit.ENTRY_COUNT, entries.size(), Limits.MAX_ENTRIES);
            }
        }
    }

    private static String key(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return Collections.enumeration(entries.values());
    }

    @Override
    public @Nullable ZipArchiveEntry getEntry(String name) {
        return entries.get(key(name));
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        return guarded(entry, limits, false);
    }

    private InputStream guarded(ZipArchiveEntry entry, Limits bounds, boolean ahead) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw origin.encrypted();
        }
        int method = entry.getMethod();
        if (method != ZipArchiveEntry.STORED && method != ZipArchiveEntry.DEFLATED) {
            // no spreadsheet program writes another, and for some of them libraries would be looked for
            throw origin.unreadable("damaged");
        }
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        GuardedStream stream = new GuardedStream(
                unpacked(entry, ahead), xml, entry.getSize(), entry.getCrc(), bounds, origin, this::unpacked);
        if (holdsRows(entry)) {
            consumedBefore += current == null ? 0 : current.consumed();
            current = stream;
        }
        return stream;
    }

    private InputStream unpacked(ZipArchiveEntry entry, boolean ahead) throws IOException {
        InputStream packed = entry.getMethod() == ZipArchiveEntry.DEFLATED ? zip.getRawInputStream(entry) : null;
        if (packed == null) {
            return zip.getInputStream(entry);
        }
        Inflated inflated = new Inflated(packed);
        return ahead && entry.getCompressedSize() > LARGE ? new ReadAhead(inflated) : inflated;
    }

    /** A part may be read several times, and parts may lie in one another: so the whole has a ratio, too. */
    private void unpacked(int bytes) throws SourceException {
        unpackedBytes += bytes;
        long ratio = unpackedBytes / Math.max(1, fileBytes);
        if (unpackedBytes > Limits.RATIO_FREE_BYTES && ratio > limits.maxRatio()) {
            throw origin.tooLarge(Limit.ZIP_RATIO, ratio, limits.maxRatio());
        }
    }

    /** Pictures, macros and styles of a package say nothing of how far its rows are. */
    private static boolean holdsRows(ZipArchiveEntry entry) {
        String name = key(entry.getName());
        return name.contains("/worksheets/sheet") || name.contains("/sharedstrings.") || name.equals("content.xml");
    }

    /** How much of the parts that hold rows has been read, from 0 to 1; NaN where none is known by its name. */
    double share() {
        long consumed = consumedBefore + (current == null ? 0 : current.consumed());
        return packedBytes == 0 ? Double.NaN : Math.min(1, (double) consumed / packedBytes);
    }

    /** The part of that name; null where there is none. */
    @Nullable
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = getEntry(name);
        return entry == null ? null : getInputStream(entry);
    }

    /** The same, unpacked ahead by another thread where it is large. */
    @Nullable
    InputStream openAhead(String name) throws IOException {
        ZipArchiveEntry entry = getEntry(name);
        return entry == null ? null : guarded(entry, limits, true);
    }

    /** The same for a part that describes others, whose content is held in memory and small in every honest file. */
    @Nullable
    InputStream openSmall(String name) throws IOException {
        ZipArchiveEntry entry = getEntry(name);
        return entry == null ? null : guarded(entry, limits.withEntryBytes(MAX_SMALL), false);
    }

    /** How many bytes the part takes up in the file; 0 where there is none. */
    long packedBytes(String name) {
        ZipArchiveEntry entry = getEntry(name);
        return entry == null ? 0 : Math.max(0, entry.getCompressedSize());
    }

    /** True where all parts, each unpacked twice, stay within the ratio. */
    boolean isOrdinary() {
        long bytes = 0;
        for (ZipArchiveEntry entry : entries.values()) {
            bytes += Math.max(0, entry.getSize());
        }
        return 2 * bytes / Math.max(1, fileBytes) <= limits.maxRatio();
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
