package openweights.grading.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.protocol.ProtocolException;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.SandboxSpec;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the cells of one submission after another. It never runs a cell, so one process serves
 * many submissions. A cell that kills the compiler counts as one that does not compile.
 */
public final class Compiler implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /**
     * Submissions per process; a new process starts with fresh memory, and takes as long as 40
     * submissions until it is as quick.
     */
    private static final int MAX_SUBMISSIONS = 500;

    private final Sandbox sandbox;
    private final SandboxSpec program;
    private final List<Object> prelude;
    private final List<String> accepted = new ArrayList<>();
    private @Nullable Conversation conversation;
    private @Nullable Deadline deadline;
    private int served;

    Compiler(Sandbox sandbox, SandboxSpec program, List<Object> prelude) {
        this.sandbox = sandbox;
        this.program = program;
        this.prelude = prelude;
    }

    /**
     * Begins a submission: forgets all cells.
     *
     * @param deadline for the cells that follow
     */
    public void open(Deadline deadline) {
        this.deadline = deadline;
        accepted.clear();
        if (conversation != null && ++served < MAX_SUBMISSIONS) {
            try {
                conversation.ask(Message.of(MessageType.OPEN, prelude), TIMEOUT);
                return;
            } catch (LostProcess e) {
                // The last submission broke the process, so a new one takes over.
            }
        }
        restart();
    }

    private void restart() {
        close();
        served = 0;
        conversation = new Conversation(sandbox, program);
        try {
            conversation.ask(Message.of(MessageType.OPEN, prelude), TIMEOUT.multipliedBy(3));
        } catch (LostProcess e) {
            throw new GraderFault(
                    "The compiler does not start: " + e.getMessage() + " " + conversation.stderr(),
                    e);
        }
        accepted.forEach(each -> compile(MessageType.CELL, each, TIMEOUT));
    }

    /** Compiles the next cell against the cells before it. */
    public CompiledCell cell(String source) {
        try {
            CompiledCell cell = compile(MessageType.CELL, source, left().atMost(TIMEOUT));
            if (cell.broken()) {
                restart();
                return CompiledCell.rejected(cell.problem().orElse(""));
            }
            accepted.add(source);
            return cell;
        } catch (LostProcess e) {
            restart();
            return CompiledCell.rejected("The compiler failed: " + e.getMessage());
        }
    }

    /**
     * Compiles an expression after the cells so far.
     *
     * @throws LostProcess if the time for the whole submission is used up
     */
    public CompiledCell expression(String source) {
        try {
            CompiledCell expression =
                    compile(MessageType.EXPRESSION, source, left().atMost(TIMEOUT));
            if (expression.broken()) {
                restart();
            }
            return expression;
        } catch (LostProcess e) {
            restart();
            if (left().passed()) {
                throw LostProcess.timeUp();
            }
            return CompiledCell.rejected("The compiler failed: " + e.getMessage());
        }
    }

    private Deadline left() {
        return Objects.requireNonNull(deadline, "open comes first");
    }

    private CompiledCell compile(MessageType request, String source, Duration timeout) {
        try {
            Conversation open = Objects.requireNonNull(conversation, "open comes first");
            return CompiledCell.of(open.ask(Message.of(request, source), timeout));
        } catch (ProtocolException e) {
            throw new LostProcess(ProcessFailure.PROTOCOL, e.getMessage());
        }
    }

    @Override
    public void close() {
        if (conversation != null) {
            conversation.close();
            conversation = null;
        }
    }
}
