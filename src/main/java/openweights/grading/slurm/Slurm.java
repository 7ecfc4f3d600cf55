package openweights.grading.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.base.UserException;

/** A cluster, controlled by Slurm's own commands. */
public final class Slurm {

    private static final String NEVER_LAUNCHED = "launch failed requeued held";

    private final List<String> options;

    private Slurm(List<String> options) {
        this.options = List.copyOf(options);
    }

    /**
     * The cluster that this machine belongs to.
     *
     * @param cores for each job
     * @param options more of {@code sbatch}'s, for every job
     * @throws UserException if there is none, or it does not answer
     */
    public static Slurm find(int cores, List<String> options) {
        List<String> all = new ArrayList<>(List.of("--cpus-per-task=" + cores));
        all.addAll(options);
        Slurm slurm = new Slurm(all);
        slurm.run(List.of("scontrol", "ping"));
        return slurm;
    }

    /**
     * Submits an array of jobs.
     *
     * @param name by which {@link #active} finds them
     * @param numbers of the array's tasks
     * @param logs folder for the tasks' output
     */
    void submit(String name, Path script, Collection<Integer> numbers, Path logs) {
        List<String> command = new ArrayList<>(List.of("sbatch", "--parsable", "--ntasks=1"));
        command.add("--job-name=" + name);
        command.add("--output=" + logs.resolve("log-%a-%A.txt"));
        command.add(
                "--array="
                        + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
        command.addAll(options);
        command.add(script.toString());
        run(command);
    }

    /**
     * The tasks of this name that are pending or running. Slurm holds a job forever if its machine
     * could not launch it; such a job is canceled here so that another can take its place.
     */
    Set<Integer> active(String name) {
        String tasks =
                run(
                        List.of(
                                "squeue",
                                "--noheader",
                                "--array",
                                "--name=" + name,
                                "--format=%K %i %r"));
        Set<Integer> active = new HashSet<>();
        for (String line : tasks.lines().map(String::strip).toList()) {
            String[] task = line.split(" ", 3);
            if (task.length == 3 && task[2].replace('_', ' ').equals(NEVER_LAUNCHED)) {
                run(List.of("scancel", task[1]));
            } else if (task[0].matches("\\d+")) {
                active.add(Integer.valueOf(task[0]));
            }
        }
        return active;
    }

    private String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new UserException(
                        "Slurm refuses \"%s\": %s".formatted(command.get(0), output.strip()));
            }
            return output;
        } catch (IOException e) {
            throw new UserException(
                    "Slurm is not available: there is no command %s. Run this on a machine of the cluster, or grade with --engine local."
                            .formatted(command.get(0)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("Interrupted while waiting for Slurm.", e);
        }
    }
}
