package openweights.engine.hub;

/**
 * A file of a repository, as the hub lists it.
 *
 * @param path inside the repository, with slashes
 */
record RemoteFile(String path, long size, Checksum checksum) {}
