package openweights.grading.remote;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.protocol.ProtocolException;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.SandboxSpec;
import org.jspecify.annotations.Nullable;

/**
 * A submission's cells and the process that runs them. Each test finds the state that the cells
 * leave behind: changes by earlier tests are undone, and a process that died is replaced.
 */
final class StudentProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Sandbox sandbox;
    private final SandboxSpec program;
    private final Duration cellTimeout;
    private final Deadline deadline;
    private final List<SubmissionCell> cells;
    private @Nullable Conversation conversation;
    private int done;
    private boolean touched;

    /**
     * @param program what runs the cells
     * @param cells of the submission; may grow
     * @param cellTimeout for each cell
     * @param deadline for the whole submission
     */
    StudentProcess(
            Sandbox sandbox,
            SandboxSpec program,
            List<SubmissionCell> cells,
            Duration cellTimeout,
            Deadline deadline) {
        this.cells = cells;
        this.sandbox = sandbox;
        this.program = program;
        this.cellTimeout = cellTimeout;
        this.deadline = deadline;
    }

    /**
     * Brings the process to the state after the last cell.
     *
     * @throws LostProcess if the deadline passes
     */
    void ready() {
        boolean ready = false;
        while (!ready) {
            if (deadline.passed()) {
                close();
                throw LostProcess.timeUp();
            }
            // A cell that kills the process is left out, and the others run again.
            ready = tryReady();
        }
    }

    private boolean tryReady() {
        if (conversation == null || !conversation.isAlive() || (touched && !reset())) {
            start();
        }
        for (; done < cells.size(); done++) {
            SubmissionCell cell = cells.get(done);
            if (cell.failure().isEmpty() && !run(cell)) {
                return false;
            }
        }
        return true;
    }

    private Conversation talking() {
        return Objects.requireNonNull(conversation, "ready comes first");
    }

    private boolean run(SubmissionCell cell) {
        try {
            Message answer =
                    talking()
                            .ask(
                                    Message.of(MessageType.RUN, cell.compiled().steps()),
                                    deadline.atMost(cellTimeout));
            if (answer.type() != MessageType.VALUE) {
                cell.threw(answer.get(0, String.class));
            }
            return true;
        } catch (LostProcess e) {
            cell.lost(e);
        } catch (ProtocolException e) {
            cell.lost(new LostProcess(ProcessFailure.PROTOCOL, e.getMessage()));
        }
        close();
        return false;
    }

    /** Resets the process; false if it should be replaced. */
    private boolean reset() {
        done = 0;
        touched = false;
        try {
            return Boolean.TRUE.equals(
                    talking()
                            .ask(Message.of(MessageType.RESET), cellTimeout)
                            .get(0, Boolean.class));
        } catch (LostProcess | ProtocolException e) {
            return false;
        }
    }

    private void start() {
        close();
        conversation = new Conversation(sandbox, program);
        try {
            conversation.ask(Message.of(MessageType.RESET), START);
        } catch (LostProcess e) {
            String errors = conversation.stderr();
            throw new GraderFault(
                    "The student's process does not start: " + e.getMessage() + " " + errors, e);
        }
    }

    /** Sends a request about the state that {@link #ready} has established. */
    Message ask(Message request, Duration timeout) {
        touched |= request.type().runsCode();
        return talking().ask(request, deadline.atMost(timeout));
    }

    @Override
    public void close() {
        if (conversation != null) {
            conversation.close();
            conversation = null;
        }
        done = 0;
        touched = false;
    }
}
