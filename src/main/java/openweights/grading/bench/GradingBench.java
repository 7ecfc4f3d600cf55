package openweights.grading.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import openweights.base.Count;
import openweights.base.SelfProcess;
import openweights.grading.result.Result;
import openweights.grading.run.Batch;
import openweights.grading.run.Engine;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;
import org.jspecify.annotations.Nullable;

/**
 * A class of made-up students on disk, to be graded and measured.
 *
 * @param folder for results
 */
public record GradingBench(Path folder, List<Submission> submissions) {

    /**
     * A measurement.
     *
     * @param graded how many submissions
     * @param earlier how many submissions an earlier, interrupted measurement had graded
     * @param seconds for those that were graded now
     */
    public record Measurement(int graded, int earlier, double seconds) {

        public double perMinute() {
            return 60 * graded / seconds;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s%s in %.1f s: %.0f per minute",
                    earlier == 0 ? "" : earlier + " were graded before; ",
                    Count.of(graded, "submission"),
                    seconds,
                    perMinute());
        }
    }

    /**
     * Writes the notebooks unless they exist.
     *
     * @param folder null for a new temporary one
     * @param count how many submissions
     */
    public static GradingBench create(@Nullable Path folder, int count) throws IOException {
        Path place = folder == null ? Files.createTempDirectory("openweights-grade-bench") : folder;
        Path notebooks = place.toAbsolutePath().resolve("notebooks");
        SyntheticClass.write(notebooks, count);
        return new GradingBench(
                place.toAbsolutePath(), SubmissionFinder.find(List.of(notebooks), ""));
    }

    /**
     * Writes the same class as a course of nbgrader's, which can grade the same notebooks. No
     * answer runs forever or ends the program, because nbgrader would hang or abort.
     */
    public static GradingBench createCourse(Path course, int count) throws IOException {
        Path place = course.toAbsolutePath();
        SyntheticClass.writeCourse(place, count);
        return new GradingBench(
                place, SubmissionFinder.find(List.of(place.resolve("submitted")), ""));
    }

    /** Grades into a file what it does not hold yet. */
    public void grade(Engine engine, Path file) throws IOException {
        grade(engine, batch(file), result -> {});
    }

    /**
     * Grades and measures.
     *
     * @param seen is told about the progress from time to time
     */
    public Measurement measure(Engine engine, Consumer<GradingMeter.Reading> seen)
            throws IOException {
        Batch batch = batch(undisturbed());
        int open = batch.open(submissions).size();
        GradingMeter meter = new GradingMeter(open, seen);
        grade(engine, batch, meter);
        return new Measurement(open, submissions.size() - open, meter.seconds());
    }

    private void grade(Engine engine, Batch batch, Consumer<Result> seen) throws IOException {
        batch.grade(engine, batch.open(submissions), seen);
    }

    /**
     * The command of a process that grades the same class; the file of results follows.
     *
     * @param place the option that names the class's folder
     */
    public List<String> worker(String place, int parallel, boolean unsandboxed) {
        List<String> arguments = new ArrayList<>(List.of("bench", "grade"));
        arguments.addAll(
                List.of("--submissions", "" + submissions.size(), "--places", "" + parallel));
        arguments.addAll(List.of(place, "" + folder));
        arguments.addAll(unsandboxed ? List.of("--unsandboxed") : List.of());
        arguments.add("--results");
        return SelfProcess.command(arguments);
    }

    private static Batch batch(Path file) {
        return new Batch(file, SyntheticClass.exercise().version());
    }

    /** The results of {@link #measure}. */
    Path undisturbed() {
        return folder.resolve("undisturbed.jsonl");
    }

    /** The results of a grader that is killed again and again. */
    Path disturbed() {
        return folder.resolve("disturbed.jsonl");
    }

    /** How many lines a file of results has; 0 if it does not exist. */
    static long lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
