package openweights.openness.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.AtomicFile;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.Sha256;

/**
 * {@code manifest.json}: the files of a release with their sizes and hashes, as in {@code {"files":
 * [{"path": "config.json", "bytes": 12, "sha256": "..."}]}}.
 */
public final class Manifest {

    public static final String FILE = "manifest.json";

    private Manifest() {}

    /** Writes the manifest of all files of a folder, replacing an older one. */
    public static void write(Path folder) throws IOException {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (String file : FileTree.list(folder)) {
            if (!file.equals(FILE)) {
                entries.add(entry(file, folder.resolve(file)));
            }
        }
        AtomicFile.write(folder.resolve(FILE), Json.pretty(Map.of("files", entries)) + "\n");
    }

    private static Map<String, Object> entry(String path, Path file) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", path);
        entry.put("bytes", Files.size(file));
        entry.put("sha256", Sha256.of(file));
        return entry;
    }

    /** Finds files that are missing, changed, or not listed in the manifest. */
    static List<String> check(Path folder, List<String> files) throws IOException {
        if (!files.contains(FILE)) {
            return List.of();
        }
        JsonNode entries;
        try {
            entries = Json.read(folder.resolve(FILE)).path("files");
        } catch (JsonException e) {
            return List.of(FILE + ": is not JSON; no file was checked against it.");
        }
        if (!entries.isArray() || entries.isEmpty()) {
            return List.of(FILE + ": lists no files; no file was checked against it.");
        }
        List<String> findings = new ArrayList<>();
        List<String> named = new ArrayList<>(List.of(FILE));
        for (JsonNode entry : entries) {
            String path = entry.path("path").asText();
            named.add(path);
            check(folder, path, entry.path("sha256").asText(), findings);
        }
        files.stream()
                .filter(file -> !named.contains(file))
                .map(file -> file + ": is not listed in " + FILE + ".")
                .forEach(findings::add);
        return findings;
    }

    private static void check(Path folder, String path, String hash, List<String> findings)
            throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            findings.add(FILE + ": " + path + " leads outside the folder.");
        } else if (!Files.isRegularFile(file)) {
            findings.add(path + ": is listed in " + FILE + " but missing from the folder.");
        } else if (!Sha256.of(file).equalsIgnoreCase(hash)) {
            findings.add(
                    path + ": its SHA-256 differs from " + FILE + "; one of them was changed.");
        }
    }
}
