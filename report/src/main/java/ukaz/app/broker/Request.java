package ukaz.app.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for a part of a run to be read. Three numbers: everything else stands in the archive.
 *
 * @param execution of the job's step that waits for it
 */
public record Request(int run, int part, long execution) {

    private static final int MOST_BYTES = 200;
    private static final Pattern FORM =
            Pattern.compile("\\{\"run\":(\\d{1,9}),\"part\":(\\d{1,9}),\"execution\":(\\d{1,18})}");

    byte[] bytes() {
        return "{\"run\":%d,\"part\":%d,\"execution\":%d}"
                .formatted(run, part, execution)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a message; nothing is made of it but numbers, whoever sent it.
     *
     * @throws IOException where it is none of ours
     */
    static Request of(byte[] body) throws IOException {
        if (body.length <= MOST_BYTES) {
            Matcher form = FORM.matcher(new String(body, StandardCharsets.UTF_8));
            if (form.matches()) {
                return new Request(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        Long.parseLong(form.group(3)));
            }
        }
        throw new IOException("a message of " + body.length + " bytes is no request");
    }
}
