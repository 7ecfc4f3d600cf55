package openweights.grading.remote;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import openweights.grading.protocol.Frame;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.ProtocolException;
import openweights.grading.sandbox.Jail;
import openweights.grading.sandbox.Sandbox;

/**
 * Questions to a process in the sandbox, one at a time. A process that does not answer in time, or
 * answers anything else, is killed with all that it started.
 */
final class Conversation implements AutoCloseable {

    private static final SecureRandom TICKETS = new SecureRandom();

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final OutputDrain murmur;

    Conversation(Sandbox sandbox, Jail jail) {
        try {
            process = sandbox.start(jail);
        } catch (IOException e) {
            throw new GraderFault("The sandbox does not start: " + e.getMessage(), e);
        }
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        murmur = new OutputDrain(process.getErrorStream(), process::destroyForcibly);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws LostProcess if there is none
     */
    Message ask(Message question, Duration patience) {
        long ticket = TICKETS.nextLong();
        Watchdog alarm = new Watchdog(patience, process::destroyForcibly);
        try (alarm) {
            question.send(ticket, out);
            Frame frame = Frame.read(in);
            if (frame.ticket() != ticket) {
                throw new ProtocolException("An answer came to a question that was not asked.");
            }
            return Message.read(frame.body());
        } catch (ProtocolException e) {
            close();
            throw new LostProcess(ProcessFailure.PROTOCOL, e.getMessage());
        } catch (IOException e) {
            alarm.close();
            throw lost(alarm.rung(), patience);
        }
    }

    private LostProcess lost(boolean late, Duration patience) {
        boolean ended = PostMortem.await(process);
        close();
        if (late) {
            return new LostProcess(
                    ProcessFailure.TIMEOUT, "No answer in " + patience.toSeconds() + " s.");
        }
        if (murmur.flooded()) {
            return new LostProcess(ProcessFailure.OUTPUT, "It printed without end.");
        }
        return ended
                ? PostMortem.of(process.exitValue(), murmur.text())
                : new LostProcess(ProcessFailure.PROTOCOL, "It hung up but went on.");
    }

    /** What the process printed beside the conversation. */
    String murmured() {
        return murmur.text();
    }

    /** Lets the process end by itself. */
    void hangUp(Duration patience) {
        try {
            out.close();
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // Then it is gone already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Kills the process and everything in its sandbox, and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        PostMortem.await(process);
    }
}
