package openweights.grading.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openweights.base.Json;

/**
 * The file in which Gradescope says who submitted each folder of its archive, and when. Its keys
 * are symbols of Ruby, such as {@code :submitters}.
 */
final class GradescopeMetadata {

    static final String FILE = "submission_metadata.yml";

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .appendPattern("yyyy-MM-dd[ ]['T']HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern("[ ][XXX]['UTC']")
                    .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                    .toFormatter(Locale.ROOT);

    private GradescopeMetadata() {}

    /** The owners by folder. */
    static Map<String, Owner> read(String text) {
        Map<String, Owner> owners = new HashMap<>();
        JsonNode folders = Json.readYaml(FILE, text, JsonNode.class);
        for (Map.Entry<String, JsonNode> folder : folders.properties()) {
            List<String> students = students(value(folder.getValue(), "submitters"));
            if (!students.isEmpty()) {
                Optional<Instant> time = time(value(folder.getValue(), "created_at").asText(""));
                owners.put(folder.getKey(), new Owner(students, time));
            }
        }
        return owners;
    }

    /** The names of the students, in the form that {@link Collector} gives them. */
    static List<String> students(JsonNode submitters) {
        List<String> students = new ArrayList<>();
        for (JsonNode each : submitters) {
            String name = value(each, "name").asText("").strip();
            String mail = value(each, "email").asText("").strip();
            String id = mail.isEmpty() ? value(each, "sid").asText("").strip() : mail;
            String student = name.isEmpty() || id.isEmpty() ? name + id : name + "_" + id;
            if (!student.isEmpty()) {
                students.add(student);
            }
        }
        return students;
    }

    private static JsonNode value(JsonNode node, String key) {
        return node.has(":" + key) ? node.get(":" + key) : node.path(key);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip(), TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
