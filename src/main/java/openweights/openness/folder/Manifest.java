package openweights.openness.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.Sha256;

/**
 * {@code manifest.json}: the files of a release with their sizes and hashes. {@code {"files":
 * [{"path": "config.json", "bytes": 12, "sha256": "..."}]}}
 */
public final class Manifest {

    public static final String FILE = "manifest.json";

    private Manifest() {}

    /** Writes the manifest of all files of a folder, in place of the one that is there. */
    public static void write(Path folder) throws IOException {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (String file : FileTree.list(folder)) {
            if (!file.equals(FILE)) {
                entries.add(entry(file, folder.resolve(file)));
            }
        }
        Files.writeString(
                folder.resolve(FILE),
                new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(Map.of("files", entries))
                        + "\n");
    }

    private static Map<String, Object> entry(String path, Path file) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", path);
        entry.put("bytes", Files.size(file));
        entry.put("sha256", Sha256.of(file));
        return entry;
    }

    /** The files that are missing, that changed, or that the manifest does not name. */
    static List<String> check(Path folder, List<String> files) throws IOException {
        if (!files.contains(FILE)) {
            return List.of();
        }
        JsonNode entries;
        try {
            entries = new ObjectMapper().readTree(folder.resolve(FILE).toFile()).path("files");
        } catch (JsonProcessingException e) {
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
                .map(file -> file + ": is not in " + FILE + ".")
                .forEach(findings::add);
        return findings;
    }

    private static void check(Path folder, String path, String hash, List<String> findings)
            throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            findings.add(FILE + ": " + path + " leads out of the folder.");
        } else if (!Files.isRegularFile(file)) {
            findings.add(path + ": is in " + FILE + " but not in the folder.");
        } else if (!Sha256.of(file).equalsIgnoreCase(hash)) {
            findings.add(path + ": its SHA-256 is not that of " + FILE + "; one of them changed.");
        }
    }
}
