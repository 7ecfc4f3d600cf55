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

    private final Hub hub;
    private final Path cache;
    private final DownloadListener listener;
    private final Preflight preflight;

    /**
     * @param cache the folder for {@code models} and {@code downloads}
     */
    public Fetch(Hub hub, Path cache, DownloadListener listener) {
        this(hub, cache, listener, Preflight.NONE);
    }

    /**
     * @param preflight is asked before weights are downloaded
     */
    public Fetch(Hub hub, Path cache, DownloadListener listener, Preflight preflight) {
        this.hub = hub;
        this.cache = cache;
        this.listener = listener;
        this.preflight = preflight;
    }

    /**
     * Fetches a model, unless it has been fetched already.
     *
     * @return the model's folder
     * @throws HubException if the hub does not deliver all files intact, or the folder holds
     *     something else
     * @throws openweights.base.UserException if the preflight objects
     */
    public Path model(FetchRequest request) throws IOException {
        Path target = cache.resolve("models").resolve(request.name());
        if (Files.exists(target)) {
            FetchChecks.requireSame(target, request);
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
            Pin pin = pin(request);
            fetch(request, pin, Files.createDirectories(downloads.resolve(pin.revision())));
            Files.createDirectories(target.getParent());
            Files.move(downloads.resolve(pin.revision()), target);
        }
        Folders.delete(downloads);
        return target;
    }

    private Pin pin(FetchRequest request) throws IOException {
        return request.revision().isPresent()
                ? new Pin(request.repository(), request.revision().get())
                : hub.newest(request.repository());
    }

    private void fetch(FetchRequest request, Pin pin, Path folder) throws IOException {
        List<RemoteFile> files = DownloadFilter.of(pin, hub.files(pin), request.file());
        FetchChecks.requireKnown(pin, files, request.sha256());
        FetchChecks.requireSpace(pin, files, folder);
        long total = files.stream().mapToLong(RemoteFile::size).sum();
        long before = 0;
        boolean asked = false;
        for (RemoteFile file : files) {
            if (!asked && DownloadFilter.isWeights(file)) {
                ask(pin, file, folder);
                asked = true;
            }
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

    /** The small files are here; the weights are not. */
    private void ask(Pin pin, RemoteFile weights, Path folder) throws IOException {
        if (!DownloadFilter.isGguf(weights)) {
            preflight.config(folder);
            return;
        }
        if (preflight != Preflight.NONE && !Files.exists(folder.resolve(weights.path()))) {
            try (HttpResponse response = hub.open(pin, weights, 0)) {
                preflight.gguf(weights.path(), response.body());
            }
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
