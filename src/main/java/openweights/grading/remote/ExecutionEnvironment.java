package openweights.grading.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * Runs submissions, one after another, with a compiler that serves them all and a separate process
 * for each student's code. For use by one thread only.
 */
public final class ExecutionEnvironment implements AutoCloseable {

    private final Compiler compiler;
    private final Sandbox sandbox;
    private final Programs programs;
    private final Timeouts timeouts;
    private final List<String> unresolved = new ArrayList<>();
    private @Nullable StudentProcess process;

    public ExecutionEnvironment(
            Sandbox sandbox, GraderInstallation installation, Limits limits, Timeouts timeouts) {
        this.sandbox = sandbox;
        this.timeouts = timeouts;
        programs = new Programs(installation, limits);
        compiler = new Compiler(sandbox, programs, installation.prelude());
    }

    /**
     * Begins a submission; nothing of the one before is left.
     *
     * @param deadline for the whole submission
     */
    public void open(Deadline deadline) {
        closeProcess();
        unresolved.clear();
        compiler.open(deadline);
        process = new StudentProcess(sandbox, programs, timeouts.cell(), deadline);
    }

    /** Compiles the submission's next cell. It runs when {@link #student} is called. */
    public SubmissionCell add(String id, String source) {
        SubmissionCell cell = new SubmissionCell(id, compiler.cell(source));
        unresolved.addAll(cell.compiled().unresolved());
        opened().add(cell);
        return cell;
    }

    /**
     * The student's code in the state that the cells so far leave behind.
     *
     * @param sources the answers, by question
     * @param variant the student's own numbers, by name
     * @throws LostProcess if the time for the whole submission is used up
     */
    public RemoteStudent student(Map<String, String> sources, Map<String, Long> variant) {
        StudentProcess ready = opened();
        ready.ready();
        return new RemoteStudent(
                ready, compiler, sources, variant, List.copyOf(unresolved), timeouts.test());
    }

    private StudentProcess opened() {
        return Objects.requireNonNull(process, "open comes first");
    }

    private void closeProcess() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        closeProcess();
        compiler.close();
    }
}
