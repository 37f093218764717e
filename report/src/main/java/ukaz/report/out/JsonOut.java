package ukaz.report.out;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes JSON as it comes, commas and escapes its own business; the nesting is the caller's, and keys are plain ASCII. */
public final class JsonOut implements Closeable {

    private final Utf8Out out;
    private final boolean inPage;
    private boolean first = true;

    public JsonOut(Utf8Out out) {
        this(out, false);
    }

    private JsonOut(Utf8Out out, boolean inPage) {
        this.out = out;
        this.inPage = inPage;
    }

    /** JSON that may stand inside an HTML page: no markup can begin in it. */
    public static JsonOut inPage(Utf8Out out) {
        return new JsonOut(out, true);
    }

    /** JSON that may stand inside an HTML page: no markup can begin in it. */
    public static JsonOut inPage(OutputStream out) {
        return inPage(new Utf8Out(out));
    }

    public JsonOut object() throws IOException {
        comma();
        out.put('{');
        first = true;
        return this;
    }

    public JsonOut object(String key) throws IOException {
        key(key);
        out.put('{');
        first = true;
        return this;
    }

    public JsonOut endObject() throws IOException {
        out.put('}');
        first = false;
        return this;
    }

    public JsonOut array() throws IOException {
        comma();
        out.put('[');
        first = true;
        return this;
    }

    public JsonOut array(String key) throws IOException {
        key(key);
        out.put('[');
        first = true;
        return this;
    }

    public JsonOut endArray() throws IOException {
        out.put(']');
        first = false;
        return this;
    }

    /** A member; {@code null} is written as such. */
    public JsonOut put(String key, @Nullable String value) throws IOException {
        key(key);
        string(value);
        return this;
    }

    public JsonOut put(String key, long value) throws IOException {
        key(key);
        out.put(value);
        return this;
    }

    public JsonOut put(String key, @Nullable Integer value) throws IOException {
        key(key);
        if (value == null) {
            out.put("null");
        } else {
            out.put(value.longValue());
        }
        return this;
    }

    public JsonOut put(String key, @Nullable Boolean value) throws IOException {
        key(key);
        out.put(String.valueOf(value));
        return this;
    }

    public JsonOut put(String key, Collection<String> values) throws IOException {
        array(key);
        for (String value : values) {
            add(value);
        }
        return endArray();
    }

    public JsonOut add(@Nullable String value) throws IOException {
        comma();
        string(value);
        return this;
    }

    public JsonOut add(long value) throws IOException {
        comma();
        out.put(value);
        return this;
    }

    /** A member whose value has been written elsewhere. */
    public JsonOut raw(String key, byte[] json) throws IOException {
        key(key);
        out.put(json);
        return this;
    }

    /** Ends a line of a file of lines. */
    public JsonOut endLine() throws IOException {
        out.put('\n');
        first = true;
        return this;
    }

    /** A member whose key is any text. */
    public JsonOut putAny(String key, @Nullable String value) throws IOException {
        comma();
        string(key);
        out.put(':');
        string(value);
        return this;
    }

    /** A member whose key is any text. */
    public JsonOut putAny(String key, long value) throws IOException {
        comma();
        string(key);
        out.put(':').put(value);
        return this;
    }

    private void key(String key) throws IOException {
        comma();
        out.put('"').ascii(key).put('"').put(':');
    }

    private void string(@Nullable String value) throws IOException {
        if (value == null) {
            out.put("null");
        } else if (inPage) {
            out.jsonInPage(value);
        } else {
            out.json(value);
        }
    }

    private void comma() throws IOException {
        if (!first) {
            out.put(',');
        }
        first = false;
    }

    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
