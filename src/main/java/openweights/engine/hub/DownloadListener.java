package openweights.engine.hub;

/** Receives the progress of a download. */
public interface DownloadListener {

    /** Ignores all progress. */
    DownloadListener NONE = (path, done, total) -> {};

    /**
     * Called while data arrives, and at the end of each file.
     *
     * @param path the file being downloaded
     * @param done bytes present of all files
     * @param total size of all files in bytes
     */
    void at(String path, long done, long total);
}
