package ukaz.app.job;

import java.util.Map;

/** Is told how far the stages of a run are; called from several threads. */
public interface Progress {

    Progress SILENT = new Progress() {
        @Override
        public void stage(Stage stage, long filesInAll) {}

        @Override
        public void rows(long more) {}

        @Override
        public void file(int index, double share) {}

        @Override
        public void done() {}
    };

    /** The stages of a run, in order. */
    enum Stage {
        DISCOVER,
        READ,
        REPORT
    }

    /** A stage begins. */
    void stage(Stage stage, long filesInAll);

    /** So many rows more were read. */
    void rows(long more);

    /** How much of one file, counted from 0, is read: from 0 to 1; NaN where it cannot be told. */
    void file(int index, double share);

    /**
     * One file is read, or as much of it as can be.
     *
     * @param path as the reports name it
     * @param whole false where some of it could not be read
     * @param rows how many were read since this process began with it
     */
    default void ended(String path, boolean whole, long rows) {}

    /**
     * How far workers on other machines are.
     *
     * @param rows how many each has read of the parts it took last
     * @param ended how many of the parts of the run are over
     * @param all how many there are
     */
    default void workers(Map<String, Long> rows, int ended, int all) {}

    /** What a distributed run cannot do without. */
    enum Trouble {
        DATABASE,
        BROKER
    }

    /** It was lost and is looked for, or is back. */
    default void trouble(Trouble of, boolean lost) {}

    /** What this worker was reading has failed, and will be tried again. */
    default void failed(String part, Exception failure) {}

    /** The last stage is over, well or not. */
    void done();
}
