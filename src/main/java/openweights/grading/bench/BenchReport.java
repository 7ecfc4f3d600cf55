package openweights.grading.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import openweights.base.Count;
import openweights.grading.run.Engine;
import openweights.grading.sandbox.Sandbox;

/**
 * Measures a made-up class, and says what was measured.
 *
 * @param say receives each line
 */
public record BenchReport(GradingBench bench, Consumer<Object> say) {

    /**
     * Grades and measures.
     *
     * @param parallel how many submissions at a time
     * @param cores to which this process is confined if the system can do that; 0 for all
     * @param sandbox in which the engine grades
     */
    public void measure(Engine engine, int parallel, int cores, Sandbox sandbox)
            throws IOException {
        boolean pinned = cores > 0 && Cores.pinToFirst(cores);
        String measured = bench.measure(engine, say::accept).toString();
        say.accept(
                "%s, %d at a time, on %s"
                        .formatted(
                                measured,
                                parallel,
                                pinned ? Count.of(cores, "core") : "all cores"));
        say.accept(
                "sandbox: %s, Java %s"
                        .formatted(sandbox.name(), System.getProperty("java.version")));
    }

    /**
     * Whether a process that is killed again and again ends with the same results.
     *
     * @param worker the command that grades the class; the file of results is appended
     */
    public boolean resumes(int kills, List<String> worker) throws IOException {
        ResumeCheck.Outcome outcome =
                new ResumeCheck(bench, worker)
                        .run(kills, results -> say.accept("killed with " + results + " results"));
        say.accept("killed %d times and resumed: %s".formatted(kills, outcome));
        return outcome.same();
    }
}
