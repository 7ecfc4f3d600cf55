package openweights.grading.slurm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.submission.Submission;

/**
 * A part of a batch, as files: {@code 7.list} names the submissions, and each attempt to grade them
 * appends to a file of its own, such as {@code 7-1042-0.jsonl}. So two attempts never write to the
 * same file, even if the cluster has lost sight of the first one.
 */
public final class Shard {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final int number;
    private final List<Submission> submissions;
    private final Set<String> done = new HashSet<>();

    /** How far each attempt's file was read. */
    private final Map<Path, Long> read = new HashMap<>();

    private int fruitless;

    private Shard(Path folder, int number, List<Submission> submissions) {
        this.folder = folder;
        this.number = number;
        this.submissions = submissions;
    }

    /** Makes a new one; its list is whole or not there. */
    static Shard write(Path folder, int number, List<Submission> submissions) throws IOException {
        List<List<String>> lines =
                submissions.stream()
                        .map(each -> List.of(each.student(), each.file().toString()))
                        .toList();
        Path part = folder.resolve(number + ".part");
        Files.writeString(part, JSON.writeValueAsString(lines));
        Files.move(part, folder.resolve(number + ".list"), StandardCopyOption.ATOMIC_MOVE);
        return new Shard(folder, number, submissions);
    }

    /**
     * Takes up one that is there.
     *
     * @param list such as {@code 7.list}
     */
    public static Shard read(Path list) throws IOException {
        List<List<String>> lines = JSON.readValue(list.toFile(), new TypeReference<>() {});
        String name = list.getFileName().toString();
        return new Shard(
                list.resolveSibling(""),
                Integer.parseInt(name.substring(0, name.indexOf('.'))),
                lines.stream()
                        .map(line -> new Submission(line.get(0), Path.of(line.get(1))))
                        .toList());
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
     * What a new attempt has to do, in an order of its own: a submission that breaks the grader
     * itself shall not always stand before the same others.
     */
    public List<Submission> open() throws IOException {
        news();
        List<Submission> open = new ArrayList<>(submissions);
        open.removeIf(each -> done.contains(each.student()));
        if (!attempts().isEmpty()) {
            Collections.shuffle(open, new Random(attempts().size()));
        }
        return open;
    }

    /** The file of a new attempt. */
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

    /** Results that were not there before; one for each student, whatever attempts overlap. */
    List<Result> news() throws IOException {
        List<Result> news = new ArrayList<>();
        for (Path file : attempts()) {
            long end =
                    ResultsFile.readFrom(
                            file,
                            read.getOrDefault(file, 0L),
                            result -> {
                                if (done.add(result.student())) {
                                    news.add(result);
                                }
                            });
            read.put(file, end);
        }
        fruitless = news.isEmpty() ? fruitless : 0;
        return news;
    }

    /** Counts an attempt, until there are news again. */
    int attempted() {
        return ++fruitless;
    }

    int fruitless() {
        return fruitless;
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
