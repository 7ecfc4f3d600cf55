package openweights.engine.hub;

/** Who wants to see a download go on. */
public interface DownloadListener {

    /** A progress that nobody sees. */
    DownloadListener NONE = (path, done, total) -> {};

    /**
     * Called now and then, and at the end of each file.
     *
     * @param path the file that is coming
     * @param done bytes of all files that are here
     * @param total bytes of all files
     */
    void at(String path, long done, long total);
}
