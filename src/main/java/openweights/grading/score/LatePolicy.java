package openweights.grading.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import openweights.base.Json;
import openweights.base.SmallFile;
import openweights.base.UserException;
import openweights.grading.score.Grade.Lateness;

/**
 * The policy for late submissions. The deduction is computed whenever points are shown, from the
 * time of submission, and never stored with a result.
 *
 * @param due the due date
 * @param grace tolerated after the due date, for slow clocks and networks
 * @param every the length of a period of lateness
 * @param percent of the points that each period costs once it has begun
 * @param most upper limit of the deduction, in percent
 * @param budget how many periods a student may be late in all exercises together before points are
 *     deducted; 0 for none
 * @param extensions other due dates, by student
 */
public record LatePolicy(
        Instant due,
        Duration grace,
        Duration every,
        double percent,
        double most,
        int budget,
        Map<String, Instant> extensions) {

    private static final double HUNDRED = 100;
    private static final double MOST_MINUTES = 14 * 24 * 60;
    private static final double MOST_BUDGET = 1000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> SETTINGS =
            List.of("due", "grace", "every", "percent", "most", "budget", "extensions");

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
     * budget: 5          # days without deduction, over all exercises
     * extensions:
     *   ada_101: 2026-11-24T23:59:00+01:00
     * }</pre>
     *
     * @throws UserException if the file is no such policy; the message says what is wrong
     */
    public static LatePolicy read(Path file) throws IOException {
        try {
            JsonNode yaml = Json.readYaml(file.toString(), SmallFile.text(file), JsonNode.class);
            checkSettings(yaml);
            Map<String, Instant> extensions = new TreeMap<>();
            yaml.path("extensions")
                    .properties()
                    .forEach(each -> extensions.put(normal(each.getKey()), time(each.getValue())));
            return new LatePolicy(
                    time(yaml.path("due")),
                    Duration.ofMinutes((long) number(yaml, "grace", 0, MOST_MINUTES)),
                    every(yaml.path("every").asText("day")),
                    number(yaml, "percent", HUNDRED, HUNDRED),
                    number(yaml, "most", HUNDRED, HUNDRED),
                    (int) number(yaml, "budget", 0, MOST_BUDGET),
                    extensions);
        } catch (IllegalArgumentException e) {
            throw new UserException(file + ": " + e.getMessage(), e);
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

    private static double number(JsonNode yaml, String setting, double other, double most) {
        JsonNode value = yaml.path(setting);
        if (value.isMissingNode()) {
            return other;
        }
        double number = value.isNumber() ? value.asDouble() : Double.NaN;
        if (!(number >= 0 && number <= most)) {
            throw new IllegalArgumentException(
                    "%s is \"%s\"; it must be a plain number from 0 to %s, without a unit."
                            .formatted(setting, value.asText(), Grade.format(most)));
        }
        return number;
    }

    /** Normalized as the names of files are, however the editor encodes an accent. */
    private static String normal(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC);
    }

    private static Instant time(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a date with a time zone, such as 2026-11-20T23:59:00+01:00."
                            .formatted(value.asText()));
        }
    }

    private static Duration every(String word) {
        return switch (word) {
            case "day" -> DAY;
            case "hour" -> Duration.ofHours(1);
            default ->
                    throw new IllegalArgumentException(
                            "every is \"%s\"; it can be day or hour.".formatted(word));
        };
    }

    /**
     * Extensions of students who have no result.
     *
     * @param file that holds the policy
     */
    List<String> findings(Path file, Set<String> students) {
        return extensions.keySet().stream()
                .filter(name -> !students.contains(name))
                .sorted()
                .map(
                        name ->
                                "%s: extensions: no submission is from \"%s\"; %s. This one counts for nobody."
                                        .formatted(file, name, Names.nearest(name, students)))
                .toList();
    }

    /** The deduction for a submission at this time, of a student who has spent nothing. */
    public Lateness of(String student, Instant submitted) {
        return of(student, submitted, 0);
    }

    /**
     * The deduction for a submission at this time.
     *
     * @param spent how much of the budget the student has used up before
     */
    Lateness of(String student, Instant submitted, long spent) {
        long begun = begun(student, submitted);
        if (begun == 0) {
            return Lateness.NONE;
        }
        long free = Math.min(begun, Math.max(0, budget - spent));
        double deducted = Math.min(most, (begun - free) * percent);
        String late = text(Duration.between(extensions.getOrDefault(student, due), submitted));
        String used =
                free == 0
                        ? ""
                        : " %d of %d late %s are used up;"
                                .formatted(
                                        spent + free, budget, every.equals(DAY) ? "days" : "hours");
        return new Lateness(
                deducted / HUNDRED,
                "Submitted %s after the due date;%s %s%% of the points are deducted."
                        .formatted(late, used, Grade.format(deducted)));
    }

    /** How many periods have begun since the due date and the grace; 0 if it was not late. */
    long begun(String student, Instant submitted) {
        Instant date = extensions.getOrDefault(student, due);
        Duration late = Duration.between(date.plus(grace), submitted);
        return late.isZero() || late.isNegative()
                ? 0
                : (late.toMillis() + every.toMillis() - 1) / every.toMillis();
    }

    /** Two units, because a student counts the periods that have begun. */
    private static String text(Duration late) {
        if (late.toHours() == 0) {
            return late.toMinutes() == 0 ? "less than a minute" : count(late.toMinutes(), "minute");
        }
        return late.toHours() < 48
                ? counts(late.toHours(), "hour", late.toMinutesPart(), "minute")
                : counts(late.toDays(), "day", late.toHoursPart(), "hour");
    }

    private static String counts(long number, String unit, long rest, String smaller) {
        return count(number, unit) + (rest == 0 ? "" : " and " + count(rest, smaller));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
