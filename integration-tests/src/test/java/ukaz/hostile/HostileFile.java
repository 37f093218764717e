package ukaz.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * A file that means harm, or has come to harm, and what is to be said of it.
 *
 * @param rule whose finding it is; none where the file is to be read as if nothing were wrong
 * @param words what the sentence has to say
 */
record HostileFile(String name, byte[] content, Verdict verdict, String rule, String words) {

    /** What becomes of a file. */
    enum Verdict {
        /** It, or what is left of it, is not read, and the only finding of its kind says so. */
        REFUSED,
        /** It is read, and there is such a finding. */
        NOTICED,
        /** It is read, and its one record is there. */
        HARMLESS
    }

    @Override
    public String toString() {
        return name;
    }

    /** Files under construction. */
    static final class Corpus {

        private final List<HostileFile> files = new ArrayList<>();

        void unreadable(String name, byte[] content, String words) {
            files.add(new HostileFile(name, content, Verdict.REFUSED, "source-unreadable", words));
        }

        void unsupported(String name, byte[] content, String words) {
            files.add(new HostileFile(name, content, Verdict.REFUSED, "source-unsupported", words));
        }

        void tooLarge(String name, byte[] content, String words) {
            files.add(new HostileFile(name, content, Verdict.REFUSED, "source-too-large", words));
        }

        void encrypted(String name, byte[] content) {
            files.add(new HostileFile(name, content, Verdict.REFUSED, "source-encrypted", "password"));
        }

        void noticed(String name, byte[] content, String rule, String words) {
            files.add(new HostileFile(name, content, Verdict.NOTICED, rule, words));
        }

        void harmless(String name, byte[] content) {
            files.add(new HostileFile(name, content, Verdict.HARMLESS, "", ""));
        }

        List<HostileFile> files() {
            return List.copyOf(files);
        }
    }
}
