package openweights.grading.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.ProtocolException;
import openweights.grading.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * A submission's cells and the process that has run them. Each test finds the state that the cells
 * leave: what an earlier test changed is forgotten, and a process that died is replaced.
 */
final class StudentProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Sandbox sandbox;
    private final Programs programs;
    private final Duration patience;
    private final Deadline deadline;
    private final List<SubmissionCell> cells = new ArrayList<>();
    private @Nullable Conversation conversation;
    private int done;
    private boolean touched;

    /**
     * @param patience with each cell
     * @param deadline for everything
     */
    StudentProcess(Sandbox sandbox, Programs programs, Duration patience, Deadline deadline) {
        this.sandbox = sandbox;
        this.programs = programs;
        this.patience = patience;
        this.deadline = deadline;
    }

    void add(SubmissionCell cell) {
        cells.add(cell);
    }

    /**
     * Brings the process to where the cells end.
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
            // Where a cell kills the process, it is left out and the others are run anew.
            ready = tryReady();
        }
    }

    private boolean tryReady() {
        if (conversation == null || !conversation.alive() || (touched && !fresh())) {
            start();
        }
        for (; done < cells.size(); done++) {
            SubmissionCell cell = cells.get(done);
            if (cell.loss().isEmpty() && !run(cell)) {
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
                                    Message.of("run", cell.compiled().steps()),
                                    deadline.atMost(patience));
            if (!answer.word().equals("value")) {
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

    /** Empties the process; false if it had better be replaced. */
    private boolean fresh() {
        done = 0;
        touched = false;
        try {
            return Boolean.TRUE.equals(
                    talking().ask(Message.of("fresh"), patience).get(0, Boolean.class));
        } catch (LostProcess | ProtocolException e) {
            return false;
        }
    }

    private void start() {
        close();
        conversation = new Conversation(sandbox, programs.student());
        try {
            conversation.ask(Message.of("fresh"), START);
        } catch (LostProcess e) {
            String murmured = conversation.murmured();
            throw new GraderFault(
                    "The student's Java does not start: " + e.getMessage() + " " + murmured, e);
        }
    }

    /** Asks about the state that {@link #ready} has made. */
    Message ask(Message question, Duration atMost) {
        touched |= question.word().matches("call|callOn|evaluate|make");
        return talking().ask(question, deadline.atMost(atMost));
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
