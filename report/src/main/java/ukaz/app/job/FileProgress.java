package ukaz.app.job;

/**
 * Is told how far one file is.
 *
 * @param file its place among the files of the run, from 0
 */
record FileProgress(Progress run, int file) {

    void share(double share) {
        run.file(file, share);
    }

    void rows(long more) {
        run.rows(more);
    }
}
