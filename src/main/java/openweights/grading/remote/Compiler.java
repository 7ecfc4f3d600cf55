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
 * Compiles the cells of one submission after the other, in a process that lives on, as it never
 * runs a cell. A cell that it dies of counts as one that does not compile.
 */
public final class Compiler implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** A process serves so many submissions; then a new one has new memory. */
    private static final int SUBMISSIONS = 100;

    private final Sandbox sandbox;
    private final Programs programs;
    private final List<Object> prelude;
    private final List<String> accepted = new ArrayList<>();
    private @Nullable Conversation conversation;
    private @Nullable Deadline deadline;
    private int served;

    Compiler(Sandbox sandbox, Programs programs, List<Object> prelude) {
        this.sandbox = sandbox;
        this.programs = programs;
        this.prelude = prelude;
    }

    /**
     * Forgets all cells.
     *
     * @param deadline for those that come
     */
    public void open(Deadline deadline) {
        this.deadline = deadline;
        accepted.clear();
        if (conversation != null && ++served < SUBMISSIONS) {
            try {
                conversation.ask(Message.of("open", prelude), TIMEOUT);
                return;
            } catch (LostProcess e) {
                // What the last submission left broken; a new process does it.
            }
        }
        restart();
    }

    private void restart() {
        close();
        served = 0;
        conversation = new Conversation(sandbox, programs.compiler());
        try {
            conversation.ask(Message.of("open", prelude), TIMEOUT.multipliedBy(3));
        } catch (LostProcess e) {
            throw new GraderFault(
                    "The compiler does not start: "
                            + e.getMessage()
                            + " "
                            + conversation.murmured(),
                    e);
        }
        accepted.forEach(each -> compile("cell", each, TIMEOUT));
    }

    /** The next cell, against those before it. */
    public CompiledCell cell(String source) {
        try {
            CompiledCell cell = compile("cell", source, left().atMost(TIMEOUT));
            accepted.add(source);
            return cell;
        } catch (LostProcess e) {
            restart();
            return CompiledCell.hopeless("The compiler gave up: " + e.getMessage());
        }
    }

    /**
     * An expression behind the cells so far.
     *
     * @throws LostProcess if the time for the whole submission is used up
     */
    public CompiledCell expression(String source) {
        try {
            return compile("expression", source, left().atMost(TIMEOUT));
        } catch (LostProcess e) {
            restart();
            if (left().passed()) {
                throw LostProcess.timeUp();
            }
            return CompiledCell.hopeless("The compiler gave up: " + e.getMessage());
        }
    }

    private Deadline left() {
        return Objects.requireNonNull(deadline, "open comes first");
    }

    private CompiledCell compile(String word, String source, Duration patience) {
        try {
            Conversation open = Objects.requireNonNull(conversation, "open comes first");
            return CompiledCell.of(open.ask(Message.of(word, source), patience));
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
