package openweights.engine.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openweights.base.AtomicFile;
import openweights.base.Folders;
import openweights.base.Json;

/**
 * Fetches a model into a folder of models.
 *
 * <pre>{@code
 * Fetch fetch = new Fetch(Hub.of(System.getenv()), cache, DownloadListener.NONE);
 * Path folder = fetch.model(FetchRequest.of(Pin.parse("openai-community/gpt2@607a30d7...")));
 * }</pre>
 *
 * <p>Files are downloaded to {@code downloads} and moved to {@code models} when all of them have
 * the right hash, so a folder in {@code models} is always complete.
 */
public final class Fetch {

    /** The file in a fetched folder that records its origin. */
    public static final String RECORD = "fetched.json";

    private static final String LOCK = ".lock";

    /** Disk space to leave free, in bytes. */
    private static final long SPARE = 64L << 20;

    private static final double GIB = 1L << 30;

    private final Hub hub;
    private final Path cache;
    private final DownloadListener listener;

    /**
     * @param cache the folder for {@code models} and {@code downloads}
     */
    public Fetch(Hub hub, Path cache, DownloadListener listener) {
        this.hub = hub;
        this.cache = cache;
        this.listener = listener;
    }

    /**
     * Fetches a model, unless it has been fetched already.
     *
     * @return the model's folder
     * @throws HubException if the hub does not deliver all files intact, or the folder holds
     *     something else
     */
    public Path model(FetchRequest request) throws IOException {
        Pin pin = request.pin();
        Path target = cache.resolve("models").resolve(request.name());
        if (Files.exists(target)) {
            requireSame(target, pin);
            return target;
        }
        Path downloads =
                Files.createDirectories(cache.resolve("downloads").resolve(request.name()));
        try (FileChannel lock =
                FileChannel.open(
                        downloads.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            requireAlone(lock, request.name());
            fetch(request, Files.createDirectories(downloads.resolve(pin.revision())));
            Files.createDirectories(target.getParent());
            Files.move(downloads.resolve(pin.revision()), target);
        }
        Folders.delete(downloads);
        return target;
    }

    private void fetch(FetchRequest request, Path folder) throws IOException {
        Pin pin = request.pin();
        List<RemoteFile> files = DownloadFilter.of(pin, hub.files(pin));
        requireKnown(pin, files, request.sha256());
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
                            here -> listener.at(file.path(), done + here, total))
                    .run();
            before += file.size();
            listener.at(file.path(), before, total);
        }
        AtomicFile.write(folder.resolve(RECORD), Json.pretty(record(pin, files)));
    }

    /** Independent sources are trusted more than the hub. */
    private static void requireKnown(Pin pin, List<RemoteFile> files, Map<String, String> known) {
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
                    String.format(
                            Locale.ROOT,
                            "%s: another %.2f GiB to download, but %s has %.2f GiB free. Free some space, or choose another folder with --cache.",
                            pin,
                            (missing < 0 ? Long.MAX_VALUE : missing) / GIB,
                            folder,
                            free / GIB));
        }
    }

    private static void requireSame(Path folder, Pin pin) throws IOException {
        Path origin = folder.resolve(RECORD);
        String revision = Files.exists(origin) ? Json.read(origin).path("revision").asText() : "";
        if (!revision.equals(pin.revision())) {
            throw new HubException(
                    HubException.Fault.REFUSED,
                    folder
                            + ": contains "
                            + (revision.isEmpty() ? "something else" : "revision " + revision)
                            + ", not "
                            + pin
                            + ". Move it away, then fetch again.");
        }
    }

    private static void requireAlone(FileChannel channel, String name) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // locked by this process, which counts the same
        }
        if (lock == null) {
            throw new HubException(
                    HubException.Fault.REFUSED,
                    name + " is being fetched by another process. Wait until it is done.");
        }
    }

    private Map<String, Object> record(Pin pin, List<RemoteFile> files) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("repository", pin.repository());
        record.put("revision", pin.revision());
        record.put("endpoint", hub.endpoint().toString());
        record.put("files", files.stream().map(Fetch::entry).toList());
        return record;
    }

    private static Map<String, Object> entry(RemoteFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", file.path());
        entry.put("bytes", file.size());
        entry.put("hash", file.checksum().toString());
        return entry;
    }
}
