package openweights.grading.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses which of a student's notebooks counts: the last one by the time that {@link Collector}
 * has noted. Of several with the same time, such as two files of one upload, those that belong to
 * the exercise; of several of these, the last by name, where 10 comes after 9.
 */
final class Attempts {

    /** A {@link Collector}'s folder of an attempt. */
    private static final Pattern ATTEMPT = Pattern.compile("(\\d{8}T\\d{6}Z)-[0-9a-f]{8}");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final String exercise;

    /**
     * @param exercise its id
     */
    Attempts(String exercise) {
        this.exercise = exercise;
    }

    /**
     * The notebook that counts.
     *
     * @param files of one student; at least one
     */
    Submission choose(String student, List<Path> files) {
        String latest = files.stream().map(Attempts::time).max(String::compareTo).orElse("");
        List<Path> together = files.stream().filter(each -> time(each).equals(latest)).toList();
        if (together.size() == 1) {
            return new Submission(student, together.get(0));
        }
        List<Path> fitting = together.stream().filter(this::belongs).toList();
        List<Path> rest = fitting.isEmpty() ? together : fitting;
        Path chosen = rest.stream().max(Comparator.comparing(Attempts::sortable)).orElseThrow();
        String why =
                rest.size() == 1 ? "it is the only one of this exercise" : "it is the last by name";
        return new Submission(
                student,
                chosen,
                "%d notebooks were handed in together (%s); %s counts, because %s."
                        .formatted(
                                together.size(),
                                together.stream()
                                        .map(Attempts::name)
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                name(chosen),
                                why));
    }

    /** Empty for files that nobody collected, whose times say little. */
    private static String time(Path file) {
        Matcher attempt = ATTEMPT.matcher(file.resolveSibling("").getFileName().toString());
        return attempt.matches() ? attempt.group(1) : "";
    }

    private boolean belongs(Path file) {
        try {
            byte[] content = new Submission("", file).content();
            return SubmittedNotebook.read(content).exercise().equals(exercise);
        } catch (UnreadableSubmission e) {
            return false;
        }
    }

    /** As the student called it. */
    private static String name(Path file) {
        try {
            return Receipt.of(file).map(Receipt::file).orElse(file.getFileName().toString());
        } catch (IOException e) {
            return file.getFileName().toString();
        }
    }

    /** The name with numbers of equal length, and without the ending, so that x-2 follows x. */
    private static String sortable(Path file) {
        String name = name(file).replaceFirst(FileNames.ENDING + "$", "");
        Matcher numbers = NUMBER.matcher(name);
        return numbers.replaceAll(
                number -> "0".repeat(Math.max(0, 20 - number.group().length())) + number.group());
    }
}
