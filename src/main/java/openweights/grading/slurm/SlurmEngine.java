package openweights.grading.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Folders;
import openweights.base.PrivateFolder;
import openweights.base.UserException;
import openweights.grading.result.Result;
import openweights.grading.run.Engine;
import openweights.grading.submission.Submission;

/**
 * Grades on a cluster: splits the batch into shards, submits an array of jobs that grade one shard
 * each, and gathers the results as they come. A shard whose job ends before the shard is done, for
 * whatever reason, gets another job. If this process is killed, the jobs continue, and the next
 * process gathers their results.
 */
public final class SlurmEngine implements Engine {

    /** Starting a job takes the cluster a second or more, so small shards do not pay off. */
    private static final int SUBMISSIONS_PER_JOB = 60;

    /** Half of Slurm's default limit for an array. */
    private static final int MAX_JOBS = 500;

    private static final int MAX_ATTEMPTS_WITHOUT_RESULT = 3;
    private static final long POLL_MILLIS = 2000;

    private final Slurm slurm;
    private final Path folder;
    private final List<String> worker;
    private final int jobs;

    /**
     * @param folder that all machines share; deleted when everything is graded
     * @param worker the command that grades a shard; the shard's list and the attempt's name are
     *     appended as options
     * @param jobs how many at most; 0 to let the number of submissions decide
     */
    public SlurmEngine(Slurm slurm, Path folder, List<String> worker, int jobs) {
        this.slurm = slurm;
        this.folder = folder.toAbsolutePath();
        this.worker = List.copyOf(worker);
        this.jobs = jobs;
    }

    @Override
    public void grade(List<Submission> submissions, Consumer<Result> results) throws IOException {
        PrivateFolder.create(folder);
        List<Shard> shards = shards(submissions);
        Path script = Files.writeString(folder.resolve("job.sh"), script());
        Set<Submission> wanted = new HashSet<>(submissions);
        while (true) {
            // In this order, so that the results of a job that has ended by now are gathered below.
            Set<Integer> active = slurm.active(name());
            gather(shards, wanted, results);
            List<Shard> open = shards.stream().filter(shard -> !shard.isDone()).toList();
            submit(open, active, script);
            if (open.stream().allMatch(shard -> isHopeless(shard, active))) {
                finish(open);
                return;
            }
            pause();
        }
    }

    /** The shards that an earlier process left, and new ones for the remaining submissions. */
    private List<Shard> shards(List<Submission> submissions) throws IOException {
        List<Shard> shards = new ArrayList<>(Shard.all(folder));
        Set<Submission> known = new HashSet<>();
        shards.forEach(shard -> known.addAll(shard.submissions()));
        List<Submission> rest = submissions.stream().filter(each -> !known.contains(each)).toList();
        int size = size(rest.size());
        int number = shards.stream().mapToInt(Shard::number).max().orElse(-1) + 1;
        for (int from = 0; from < rest.size(); from += size) {
            List<Submission> part = rest.subList(from, Math.min(rest.size(), from + size));
            shards.add(Shard.write(folder, number++, part));
        }
        return shards;
    }

    private int size(int all) {
        int wanted = jobs > 0 ? jobs : Math.min(MAX_JOBS, ceilDiv(all, SUBMISSIONS_PER_JOB));
        return Math.max(1, ceilDiv(all, Math.max(1, wanted)));
    }

    private static int ceilDiv(int all, int parts) {
        return (all + parts - 1) / parts;
    }

    private static void gather(List<Shard> shards, Set<Submission> wanted, Consumer<Result> results)
            throws IOException {
        for (Shard shard : shards) {
            for (Result result : shard.newResults()) {
                if (wanted.remove(new Submission(result.student(), Path.of(result.file())))) {
                    results.accept(result);
                }
            }
        }
    }

    private void submit(List<Shard> open, Set<Integer> active, Path script) {
        List<Shard> left =
                open.stream()
                        .filter(shard -> !active.contains(shard.number()))
                        .filter(
                                shard ->
                                        shard.attemptsWithoutResult() < MAX_ATTEMPTS_WITHOUT_RESULT)
                        .toList();
        if (!left.isEmpty()) {
            List<Integer> numbers = left.stream().map(Shard::number).toList();
            slurm.submit(name(), script, numbers, folder);
            left.forEach(Shard::countAttempt);
            active.addAll(numbers);
        }
    }

    private static boolean isHopeless(Shard shard, Set<Integer> active) {
        return shard.attemptsWithoutResult() >= MAX_ATTEMPTS_WITHOUT_RESULT
                && !active.contains(shard.number());
    }

    /** Cleans up, or reports what could not be graded. */
    private void finish(List<Shard> hopeless) throws IOException {
        if (hopeless.isEmpty()) {
            Folders.delete(folder);
            return;
        }
        List<String> missing = hopeless.stream().flatMap(each -> each.missing().stream()).toList();
        throw new UserException(
                "%s no result, because %d jobs in a row ended without one: %s%s. Output of the last job: %s%nAll others are graded. Look into %s, fix the cause and start again, or grade the rest with --engine local."
                        .formatted(
                                missing.size() == 1
                                        ? "1 submission has"
                                        : missing.size() + " submissions have",
                                MAX_ATTEMPTS_WITHOUT_RESULT,
                                String.join(", ", missing.subList(0, Math.min(5, missing.size()))),
                                missing.size() > 5 ? ", …" : "",
                                lastOutput(hopeless.get(0)),
                                folder));
    }

    private String lastOutput(Shard shard) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path log =
                    files.filter(each -> each.toString().contains("log-" + shard.number() + "-"))
                            .max(Comparator.comparing(each -> each.toFile().lastModified()))
                            .orElse(null);
            String output = log == null ? "" : Files.readString(log).strip();
            return output.isEmpty() ? "none" : output;
        }
    }

    /** Distinguishes this folder's jobs from all others. */
    private String name() {
        return "openweights-" + Integer.toHexString(folder.toString().hashCode());
    }

    private String script() {
        return worker.stream()
                .map(SlurmEngine::quoted)
                .collect(
                        Collectors.joining(
                                " ",
                                "#!/bin/sh\n# Grades one shard; written by ./course grade.\nexec ",
                                " --shard %s/\"$SLURM_ARRAY_TASK_ID\".list --attempt \"$SLURM_JOB_ID-${SLURM_RESTART_COUNT:-0}\"\n"
                                        .formatted(quoted(folder.toString()))));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "Interrupted. The jobs continue; start again to gather their results.", e);
        }
    }
}
