package openweights.grading.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openweights.grading.score.Grade.Lateness;

/**
 * What being late takes. It is worked out anew whenever points are shown, from the time at which a
 * submission was handed in, and never stored with a result.
 *
 * @param grace after the date, for slow clocks and networks
 * @param every the time after which more is taken
 * @param percent of the points for each such time that has begun
 * @param most percent in all
 * @param extensions other dates, by student
 */
public record LatePolicy(
        Instant due,
        Duration grace,
        Duration every,
        double percent,
        double most,
        Map<String, Instant> extensions) {

    private static final double ALL = 100;
    private static final List<String> SETTINGS =
            List.of("due", "grace", "every", "percent", "most", "extensions");

    public LatePolicy {
        extensions = Map.copyOf(extensions);
    }

    /**
     * Reads {@code late.yaml}:
     *
     * <pre>{@code
     * due: 2026-11-20T23:59:00+01:00
     * grace: 10          # minutes
     * every: day         # or hour
     * percent: 10        # for each day that has begun
     * most: 50           # percent in all
     * extensions:
     *   ada_101: 2026-11-24T23:59:00+01:00
     * }</pre>
     *
     * @throws IOException with what is wrong
     */
    public static LatePolicy read(Path file) throws IOException {
        try {
            JsonNode yaml = new YAMLMapper().readTree(Files.readString(file));
            checkSettings(yaml);
            Map<String, Instant> extensions = new TreeMap<>();
            yaml.path("extensions")
                    .properties()
                    .forEach(each -> extensions.put(name(each.getKey()), time(each.getValue())));
            return new LatePolicy(
                    time(yaml.path("due")),
                    Duration.ofMinutes(yaml.path("grace").asLong(0)),
                    every(yaml.path("every").asText("day")),
                    yaml.path("percent").asDouble(ALL),
                    yaml.path("most").asDouble(ALL),
                    extensions);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage());
        }
    }

    private static void checkSettings(JsonNode yaml) {
        for (Map.Entry<String, JsonNode> each : yaml.properties()) {
            if (!SETTINGS.contains(each.getKey())) {
                throw new IllegalArgumentException(
                        "there is no setting \"%s\"; there are %s."
                                .formatted(each.getKey(), String.join(", ", SETTINGS)));
            }
        }
    }

    /** As names of files are read, however the editor spells an accent. */
    private static String name(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC);
    }

    private static Instant time(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no date with a time zone, such as 2026-11-20T23:59:00+01:00."
                            .formatted(value.asText()));
        }
    }

    private static Duration every(String word) {
        return switch (word) {
            case "day" -> Duration.ofDays(1);
            case "hour" -> Duration.ofHours(1);
            default ->
                    throw new IllegalArgumentException(
                            "every is \"%s\"; it can be day or hour.".formatted(word));
        };
    }

    /**
     * The extensions of students who are not there.
     *
     * @param file that holds the policy
     */
    List<String> findings(Path file, Set<String> students) {
        return extensions.keySet().stream()
                .filter(name -> !students.contains(name))
                .sorted()
                .map(
                        name ->
                                "%s: extensions: nobody who handed in is called \"%s\"; %s. It counts for nobody."
                                        .formatted(file, name, NearestName.words(name, students)))
                .toList();
    }

    /** What it takes from a submission that was handed in then. */
    public Lateness of(String student, Instant handedIn) {
        Instant date = extensions.getOrDefault(student, due);
        Duration late = Duration.between(date.plus(grace), handedIn);
        if (late.isZero() || late.isNegative()) {
            return Lateness.NONE;
        }
        long begun = (late.toMillis() + every.toMillis() - 1) / every.toMillis();
        double taken = Math.min(most, begun * percent);
        return new Lateness(
                taken / ALL,
                "Handed in %s after the date, so %s %% of the points are taken."
                        .formatted(words(Duration.between(date, handedIn)), Grade.words(taken)));
    }

    private static String words(Duration late) {
        return late.toHours() == 0
                ? late.toMinutes() + " minutes"
                : late.toHours() < 48 ? late.toHours() + " hours" : late.toDays() + " days";
    }
}
