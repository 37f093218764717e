package ukaz.app.job;

import ukaz.ingest.store.Archive;

/**
 * That a run goes into an archive.
 *
 * @param run its number there
 */
record Importing(Archive archive, int run) {}
