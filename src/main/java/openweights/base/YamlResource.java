package openweights.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * YAML files among the resources. People edit YAML, but a parser of it takes half of the time of a
 * command that prints a table, so the build writes the same as JSON beside each file, and the
 * program reads that.
 */
public final class YamlResource {

    private static final String YAML = ".yaml";
    private static final String JSON = ".json";

    private YamlResource() {}

    /**
     * Reads a resource into a tree or a record.
     *
     * @param path of the YAML file, from the root of the class path
     * @throws JsonException if it does not fit the record
     */
    public static <T> T read(String path, Class<T> type) {
        try (InputStream in = YamlResource.class.getResourceAsStream(inJson(path))) {
            if (in == null) {
                throw new IllegalStateException(
                        inJson(path) + " is missing: run ./mvnw process-classes, which writes it.");
            }
            return Json.read(path, in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the build: writes the YAML files of folders as JSON. */
    public static void main(String... folders) throws IOException {
        for (String folder : folders) {
            for (Path file : in(Path.of(folder))) {
                write(file);
            }
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(YAML)).toList();
        }
    }

    private static void write(Path file) throws IOException {
        String name = file.getFileName().toString();
        JsonNode content = Json.readYaml(name, Files.readString(file), JsonNode.class);
        Files.writeString(file.resolveSibling(inJson(name)), Json.line(content));
    }

    private static String inJson(String name) {
        return name.substring(0, name.length() - YAML.length()) + JSON;
    }
}
