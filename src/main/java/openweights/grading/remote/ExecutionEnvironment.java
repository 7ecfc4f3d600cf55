package openweights.grading.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.SandboxSpec;

/**
 * Runs submissions, one after another, with a compiler that serves them all and separate processes
 * for each student's code. For use by one thread only.
 *
 * <p>A submission has two processes. Hidden tests ask one and visible tests the other, so that
 * nothing that a hidden test sends is within reach of code whose results a student gets to see.
 */
public final class ExecutionEnvironment implements AutoCloseable {

    private final Compiler compiler;
    private final Sandbox sandbox;

    /** Made once, because it looks through all folders of the class path. */
    private final SandboxSpec program;

    private final Timeouts timeouts;
    private final List<String> unresolved = new ArrayList<>();
    private final List<SubmissionCell> cells = new ArrayList<>();

    /** For visible tests (false) and hidden ones (true). */
    private final Map<Boolean, StudentProcess> processes = new HashMap<>();

    public ExecutionEnvironment(
            Sandbox sandbox, GraderInstallation installation, Limits limits, Timeouts timeouts) {
        this.sandbox = sandbox;
        this.timeouts = timeouts;
        Programs programs = new Programs(installation, limits);
        program = programs.student();
        compiler = new Compiler(sandbox, programs.compiler(), installation.prelude());
    }

    /**
     * Begins a submission; nothing of the one before is left.
     *
     * @param deadline for the whole submission
     */
    public void open(Deadline deadline) {
        closeProcesses();
        unresolved.clear();
        cells.clear();
        compiler.open(deadline);
        for (boolean hidden : new boolean[] {false, true}) {
            processes.put(
                    hidden, new StudentProcess(sandbox, program, cells, timeouts.cell(), deadline));
        }
    }

    /** Compiles the submission's next cell. It runs when {@link #student} is called. */
    public SubmissionCell add(String id, String source) {
        SubmissionCell cell = new SubmissionCell(id, compiler.cell(source));
        unresolved.addAll(cell.compiled().unresolved());
        cells.add(cell);
        return cell;
    }

    /**
     * The student's code in the state that the cells so far leave behind.
     *
     * @param sources the answers, by question
     * @param variant the student's own numbers, by name
     * @param hidden whether a hidden test asks
     * @throws LostProcess if the time for the whole submission is used up
     */
    public RemoteStudent student(
            Map<String, String> sources, Map<String, Long> variant, boolean hidden) {
        StudentProcess ready = Objects.requireNonNull(processes.get(hidden), "open comes first");
        ready.ready();
        return new RemoteStudent(
                ready, compiler, sources, variant, List.copyOf(unresolved), timeouts.test());
    }

    private void closeProcesses() {
        processes.values().forEach(StudentProcess::close);
        processes.clear();
    }

    @Override
    public void close() {
        closeProcesses();
        compiler.close();
    }
}
