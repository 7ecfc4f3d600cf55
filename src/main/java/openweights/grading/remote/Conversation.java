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
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.SandboxSpec;

/**
 * Sends requests to a process in the sandbox, one at a time. A process that does not answer in
 * time, or answers something else, is killed together with everything that it started.
 */
final class Conversation implements AutoCloseable {

    private static final SecureRandom NONCES = new SecureRandom();

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final OutputDrain stderr;
    private final Usage usage;

    Conversation(Sandbox sandbox, SandboxSpec spec) {
        try {
            process = sandbox.start(spec);
        } catch (IOException e) {
            throw new GraderFault("The sandbox does not start: " + e.getMessage(), e);
        }
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        usage = new Usage(process, spec.limits(), () -> sandbox.exceeded(process));
        stderr = new OutputDrain(process.getErrorStream(), process::destroyForcibly);
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws LostProcess if none comes in time, or it breaks the protocol
     */
    Message ask(Message request, Duration timeout) {
        long nonce = NONCES.nextLong();
        Watchdog watchdog = new Watchdog(timeout, usage::exceeds, process::destroyForcibly);
        try (watchdog) {
            request.send(nonce, out);
            Frame frame = Frame.read(in);
            if (frame.nonce() != nonce) {
                throw new ProtocolException("An answer came to a request that was not sent.");
            }
            return Message.read(frame.body());
        } catch (ProtocolException e) {
            close();
            throw new LostProcess(ProcessFailure.PROTOCOL, e.getMessage());
        } catch (IOException e) {
            watchdog.close();
            throw lost(watchdog.fired(), timeout);
        }
    }

    private LostProcess lost(boolean late, Duration timeout) {
        boolean ended = PostMortem.await(process);
        close();
        if (usage.tooMuchMemory() || usage.tooManyTasks()) {
            return PostMortem.of(usage);
        }
        if (late) {
            return LostProcess.late(timeout);
        }
        if (stderr.flooded()) {
            return new LostProcess(ProcessFailure.OUTPUT, "It printed without end.");
        }
        return ended
                ? PostMortem.of(process.exitValue(), stderr.text(), usage.limits())
                : new LostProcess(
                        ProcessFailure.PROTOCOL, "It closed the connection but kept running.");
    }

    /** What the process printed outside the conversation. */
    String stderr() {
        return stderr.text();
    }

    /** Closes the process's input and lets it end by itself. */
    void shutDown(Duration timeout) {
        try {
            out.close();
            process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the process and everything in its sandbox, and waits for the end. */
    @Override
    public void close() {
        process.destroyForcibly();
        PostMortem.await(process);
    }
}
