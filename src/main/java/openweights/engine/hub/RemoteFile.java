package openweights.engine.hub;

/**
 * A file of a repository, as listed by the hub.
 *
 * @param path relative to the repository, with slashes
 * @param size in bytes; negative if the hub does not list it
 */
record RemoteFile(String path, long size, Checksum checksum) {}
