package openweights.engine.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.Folders;

/**
 * Fetches a model into a folder of models.
 *
 * <pre>{@code
 * Fetch fetch = new Fetch(Hub.of(System.getenv()), cache, Progress.NONE);
 * Path folder = fetch.model("gpt2", Pin.parse("openai-community/gpt2@607a30d7..."), Map.of());
 * }</pre>
 *
 * <p>While it comes, it lies under {@code downloads}; only when every file has its hash does it
 * move to {@code models}. So a folder there is always whole.
 */
public final class Fetch {

    /** What a fetched folder says of its origin. */
    public static final String RECORD = "fetched.json";

    private static final String LOCK = ".lock";
    private static final long SPARE = 64L << 20;
    private static final double GIB = 1L << 30;

    private final Hub hub;
    private final Path cache;
    private final DownloadListener progress;

    /**
     * @param cache the folder that holds {@code models} and {@code downloads}
     */
    public Fetch(Hub hub, Path cache, DownloadListener progress) {
        this.hub = hub;
        this.cache = cache;
        this.progress = progress;
    }

    /** Where a model of this name lies when it is here. */
    public Path place(String name) {
        return cache.resolve("models").resolve(name);
    }

    /**
     * Fetches a model, or finds that it is here.
     *
     * @param name of the folder
     * @param known SHA-256 that others than the hub name, by file
     * @return the folder
     * @throws HubException if the hub does not give it whole
     */
    public Path model(String name, Pin pin, Map<String, String> known) throws IOException {
        Path place = place(name);
        if (Files.exists(place)) {
            requireSame(place, pin);
            return place;
        }
        Path downloads = Files.createDirectories(cache.resolve("downloads").resolve(name));
        try (FileChannel lock =
                FileChannel.open(
                        downloads.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            requireAlone(lock, name);
            fetch(pin, known, Files.createDirectories(downloads.resolve(pin.revision())));
            Files.createDirectories(place.getParent());
            Files.move(downloads.resolve(pin.revision()), place);
        }
        Folders.delete(downloads);
        return place;
    }

    private void fetch(Pin pin, Map<String, String> known, Path folder) throws IOException {
        List<RemoteFile> files = DownloadFilter.of(pin, listing(pin));
        requireKnown(pin, files, known);
        requireSpace(pin, files, folder);
        long total = files.stream().mapToLong(RemoteFile::size).sum();
        long before = 0;
        for (RemoteFile file : files) {
            long done = before;
            new Transfer(
                            hub,
                            pin,
                            file,
                            folder.resolve(file.path()),
                            here -> progress.at(file.path(), done + here, total))
                    .run();
            before += file.size();
            progress.at(file.path(), before, total);
        }
        Files.write(folder.resolve(RECORD), record(pin, files));
    }

    private List<RemoteFile> listing(Pin pin) throws IOException {
        try {
            return hub.files(pin);
        } catch (IllegalArgumentException e) { // a hash that is none
            throw new HubException(
                    HubException.Fault.DAMAGED,
                    pin + ": the listing is damaged: " + e.getMessage(),
                    e);
        }
    }

    /** A hub that names another hash than independent sources do is not believed. */
    private static void requireKnown(Pin pin, List<RemoteFile> files, Map<String, String> known)
            throws HubException {
        for (RemoteFile file : files) {
            String hash = known.get(file.path());
            if (hash != null && !hash.equals(file.checksum().hex())) {
                throw new HubException(
                        HubException.Fault.DAMAGED,
                        "%s: the hub says that %s has %s, but the catalogue says %s. Nothing was fetched."
                                .formatted(pin, file.path(), file.checksum(), hash));
            }
        }
    }

    private static void requireSpace(Pin pin, List<RemoteFile> files, Path folder)
            throws IOException {
        long missing = 0;
        for (RemoteFile file : files) {
            Path part = folder.resolve(file.path());
            missing += Math.max(0, file.size() - (Files.exists(part) ? Files.size(part) : 0));
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (missing < 0 || missing > free - SPARE) {
            throw new HubException(
                    HubException.Fault.NO_SPACE,
                    "%s: %.2f GiB are still to come, and %s has %.2f GiB free. Make space, or choose another folder with --cache."
                            .formatted(
                                    pin,
                                    (missing < 0 ? Long.MAX_VALUE : missing) / GIB,
                                    folder,
                                    free / GIB));
        }
    }

    private static void requireSame(Path place, Pin pin) throws IOException {
        Path origin = place.resolve(RECORD);
        String revision =
                Files.exists(origin)
                        ? new ObjectMapper().readTree(origin.toFile()).path("revision").asText()
                        : "";
        if (!revision.equals(pin.revision())) {
            throw new HubException(
                    HubException.Fault.REFUSED,
                    place
                            + ": holds "
                            + (revision.isEmpty() ? "something else" : "revision " + revision)
                            + ", not "
                            + pin
                            + ". Move it away to fetch this one.");
        }
    }

    private static void requireAlone(FileChannel channel, String name) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held in this process: as good as held elsewhere
        }
        if (lock == null) {
            throw new HubException(
                    HubException.Fault.REFUSED,
                    name + " is being fetched by another process. Wait for it.");
        }
    }

    private byte[] record(Pin pin, List<RemoteFile> files) throws IOException {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("repository", pin.repository());
        record.put("revision", pin.revision());
        record.put("endpoint", hub.endpoint().toString());
        record.put("files", files.stream().map(Fetch::entry).toList());
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(record);
    }

    private static Map<String, Object> entry(RemoteFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", file.path());
        entry.put("bytes", file.size());
        entry.put("hash", file.checksum().toString());
        return entry;
    }
}
