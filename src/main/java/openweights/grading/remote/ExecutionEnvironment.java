package openweights.grading.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * One place where submissions are run, one after the other: a compiler that stays, and a process
 * for the student's code that does not. Belongs to one thread.
 */
public final class ExecutionEnvironment implements AutoCloseable {

    private final Compiler compiler;
    private final Sandbox sandbox;
    private final Programs programs;
    private final Timeouts patience;
    private final List<String> unresolved = new ArrayList<>();
    private @Nullable StudentProcess process;

    public ExecutionEnvironment(
            Sandbox sandbox, GraderInstallation installation, Limits limits, Timeouts patience) {
        this.sandbox = sandbox;
        this.patience = patience;
        programs = new Programs(installation, limits);
        compiler = new Compiler(sandbox, programs, installation.prelude());
    }

    /**
     * Begins a submission; nothing of the one before is left.
     *
     * @param deadline for all that it does
     */
    public void open(Deadline deadline) {
        closeProcess();
        unresolved.clear();
        compiler.open(deadline);
        process = new StudentProcess(sandbox, programs, patience.cell(), deadline);
    }

    /** Takes the submission's next cell. It is run when a student is wanted. */
    public SubmissionCell add(String id, String source) {
        SubmissionCell cell = new SubmissionCell(id, compiler.cell(source));
        unresolved.addAll(cell.compiled().unresolved());
        opened().add(cell);
        return cell;
    }

    /**
     * The student's code as it is behind the cells so far.
     *
     * @param sources the answers, by question
     * @throws LostProcess if the time for the whole submission is used up
     */
    public RemoteStudent student(Map<String, String> sources, Map<String, Long> variant) {
        StudentProcess ready = opened();
        ready.ready();
        return new RemoteStudent(
                ready, compiler, sources, variant, List.copyOf(unresolved), patience.test());
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
