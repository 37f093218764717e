package ukaz.app.job;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param path as reports name it: relative to the folder that was given
 * @param location where it lies
 */
public record InputFile(String path, Path location) {}
