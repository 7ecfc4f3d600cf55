package openweights.grading.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import openweights.base.AtomicFile;
import openweights.base.Json;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.run.Batch;
import openweights.grading.run.Engine;
import openweights.grading.submission.Submission;

/**
 * A part of a batch, kept in files: {@code 7.list} names the submissions, and each attempt to grade
 * them appends to its own file, such as {@code 7-1042-0.jsonl}. So two attempts never write to the
 * same file, even if the cluster has lost track of the first one.
 */
public final class Shard {

    private final Path folder;
    private final int number;
    private final List<Submission> submissions;
    private final Set<String> done = new HashSet<>();

    /** The offset up to which each attempt's file was read. */
    private final Map<Path, Long> read = new HashMap<>();

    private int attemptsWithoutResult;

    private Shard(Path folder, int number, List<Submission> submissions) {
        this.folder = folder;
        this.number = number;
        this.submissions = submissions;
    }

    /** Creates a shard. */
    static Shard write(Path folder, int number, List<Submission> submissions) throws IOException {
        List<List<String>> lines =
                submissions.stream()
                        .map(each -> List.of(each.student(), each.file().toString()))
                        .toList();
        AtomicFile.write(folder.resolve(number + ".list"), Json.line(lines));
        return new Shard(folder, number, submissions);
    }

    /**
     * Opens an existing shard.
     *
     * @param list such as {@code 7.list}
     */
    public static Shard read(Path list) throws IOException {
        String name = list.getFileName().toString();
        return new Shard(
                list.resolveSibling(""),
                Integer.parseInt(name.substring(0, name.indexOf('.'))),
                Arrays.stream(Json.read(list, String[][].class))
                        .map(line -> new Submission(line[0], Path.of(line[1])))
                        .toList());
    }

    /**
     * Grades in a job what nobody has graded yet.
     *
     * @param attempt names the job
     * @param version of the exercise
     */
    public void grade(String attempt, String version, Engine engine) throws IOException {
        new Batch(attempt(attempt), version).grade(engine, open(), result -> {});
    }

    static List<Shard> all(Path folder) throws IOException {
        List<Shard> shards = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".list")).toList()) {
                shards.add(read(file));
            }
        }
        return shards;
    }

    /**
     * What a new attempt must grade, in a different order for each attempt: a submission that
     * breaks the grader itself must not always precede the same others.
     */
    public List<Submission> open() throws IOException {
        newResults();
        List<Submission> open = new ArrayList<>(submissions);
        open.removeIf(each -> done.contains(each.student()));
        if (!attempts().isEmpty()) {
            Collections.shuffle(open, new Random(attempts().size()));
        }
        return open;
    }

    /** The results file of a new attempt. */
    public Path attempt(String name) {
        return folder.resolve(number + "-" + name + ".jsonl");
    }

    private List<Path> attempts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().startsWith(number + "-"))
                    .sorted()
                    .toList();
        }
    }

    /** Results since the last call, one per student, even if attempts overlap. */
    List<Result> newResults() throws IOException {
        List<Result> newResults = new ArrayList<>();
        for (Path file : attempts()) {
            long end =
                    ResultsFile.readFrom(
                            file,
                            read.getOrDefault(file, 0L),
                            result -> {
                                if (done.add(result.student())) {
                                    newResults.add(result);
                                }
                            });
            read.put(file, end);
        }
        attemptsWithoutResult = newResults.isEmpty() ? attemptsWithoutResult : 0;
        return newResults;
    }

    /** Counts an attempt; the count starts over with the next result. */
    void countAttempt() {
        attemptsWithoutResult++;
    }

    int attemptsWithoutResult() {
        return attemptsWithoutResult;
    }

    int number() {
        return number;
    }

    List<Submission> submissions() {
        return submissions;
    }

    boolean isDone() {
        return done.size() == submissions.size();
    }

    /** Students without a result. */
    List<String> missing() {
        return submissions.stream()
                .map(Submission::student)
                .filter(student -> !done.contains(student))
                .toList();
    }
}
