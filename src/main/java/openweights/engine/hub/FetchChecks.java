package openweights.engine.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openweights.base.Json;

/** What must hold before a download begins. */
final class FetchChecks {

    /** Disk space to leave free, in bytes. */
    private static final long SPARE = 64L << 20;

    private static final double GIB = 1L << 30;

    private FetchChecks() {}

    /** Independent sources are trusted more than the hub. */
    static void requireKnown(Pin pin, List<RemoteFile> files, Map<String, String> known) {
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

    static void requireSpace(Pin pin, List<RemoteFile> files, Path folder) throws IOException {
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

    /** A folder counts if it is of this repository, and of this commit if one is asked for. */
    static void requireSame(Path folder, FetchRequest request) throws IOException {
        Path origin = folder.resolve(Fetch.RECORD);
        JsonNode record =
                Files.exists(origin) ? Json.read(origin) : Json.readText(Fetch.RECORD, "{}");
        String revision = record.path("revision").asText();
        boolean repository = record.path("repository").asText().equals(request.repository());
        boolean commit = request.revision().map(revision::equals).orElse(true);
        boolean file = request.file().map(name -> Files.exists(folder.resolve(name))).orElse(true);
        if (!repository || !commit || !file) {
            throw new HubException(
                    HubException.Fault.REFUSED,
                    "%s: contains %s, not %s%s. Move it away, then fetch again."
                            .formatted(
                                    folder,
                                    revision.isEmpty() ? "something else" : "revision " + revision,
                                    request.repository(),
                                    request.revision().map(r -> "@" + r).orElse("")));
        }
    }
}
