package ukaz.app.job;

/**
 * Is told how far one file is.
 *
 * @param file its place among the files of the run, from 0
 * @param path as the reports name it
 */
record FileProgress(Progress run, int file, String path) {

    void share(double share) {
        run.file(file, share);
    }

    void rows(long more) {
        run.rows(more);
    }

    void ended(boolean whole, long rows) {
        run.ended(path, whole, rows);
    }
}
