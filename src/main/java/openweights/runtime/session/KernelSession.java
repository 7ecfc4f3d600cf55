package openweights.runtime.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import openweights.base.Home;
import org.jspecify.annotations.Nullable;

/**
 * A running kernel that executes cells as JupyterLab does.
 *
 * <pre>{@code
 * try (KernelSession kernel = KernelSession.start(Home.locate())) {
 *     CellOutcome outcome = kernel.execute("1 + 1");
 *     outcome.status();   // OK
 *     outcome.value();    // 2
 * }
 * }</pre>
 *
 * Thread-safe.
 */
public final class KernelSession implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final Bridge bridge;
    private final Map<Integer, PendingRequest> pending = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final OutputCollector.Displays displays = new OutputCollector.Displays();
    private @Nullable ProcessHandle process;

    private KernelSession(Path python, Path spec, Path workingFolder) throws IOException {
        folder = Files.createTempDirectory("kernel-session");
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("spec", spec.toString());
        options.put("folder", workingFolder.toString());
        options.put("stdout", stdout().toString());
        options.put("stderr", stderr().toString());
        bridge = new Bridge(python, folder, options, this::hear);
    }

    /**
     * Starts the course's kernel in the folder of the notebooks, as JupyterLab would.
     *
     * @throws IOException if it does not start; the message contains its output
     */
    public static KernelSession start(Home project) throws IOException {
        return KernelSpec.of(project).start();
    }

    /**
     * Starts the kernel that a kernelspec describes.
     *
     * @param python a Python interpreter with jupyter_client
     * @param spec the folder that contains {@code kernel.json}
     */
    public static KernelSession start(Path python, Path spec, Path workingFolder)
            throws IOException {
        if (!Files.exists(spec.resolve("kernel.json"))) {
            throw new IOException(
                    spec
                            + ": this folder contains no kernel.json. Run ./course lab --set-up-only first.");
        }
        KernelSession session = new KernelSession(python, spec, workingFolder);
        try {
            session.started(session.ask("start"));
            return session;
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Runs a cell and waits until it ends. */
    public CellOutcome execute(String code) {
        return execute(Execution.of(code));
    }

    /** Runs a cell and waits until it ends. If it exceeds its timeout, it is interrupted. */
    public CellOutcome execute(Execution execution) {
        CompletableFuture<CellOutcome> outcome = submit(execution);
        try {
            return outcome.get(execution.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return interruptLate(outcome);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The wait for the cell's outcome was interrupted.", e);
        }
    }

    private CellOutcome interruptLate(CompletableFuture<CellOutcome> outcome) {
        interrupt();
        try {
            CellOutcome late = outcome.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return new CellOutcome(
                    CellOutcome.Status.TIMED_OUT,
                    late.outputs(),
                    late.executionCount(),
                    late.seconds(),
                    late.peakMemory());
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            throw new IllegalStateException(
                    "The cell exceeded its timeout, and an interrupt did not stop it. The kernel's threads:\n"
                            + ThreadDump.of(process()),
                    e);
        }
    }

    /** Queues a cell after those submitted before. The timeout is not enforced here. */
    public CompletableFuture<CellOutcome> submit(Execution execution) {
        PendingRequest.Cell cell =
                new PendingRequest.Cell(new OutputCollector(displays), this::peakMemory);
        ObjectNode request = request("execute");
        request.put("code", execution.code()).put("stop_on_error", execution.stopOnError());
        send(request, cell);
        return cell.outcome();
    }

    /**
     * Requests completions at a position in the code.
     *
     * @param cursor in code points from the start of the code
     * @return the content of Jupyter's {@code complete_reply}
     */
    public JsonNode complete(String code, int cursor) {
        ObjectNode request = request("complete");
        return answer(request.put("code", code).put("cursor", cursor));
    }

    /**
     * Requests help for a position in the code.
     *
     * @return the content of Jupyter's {@code inspect_reply}
     */
    public JsonNode inspect(String code, int cursor, int detail) {
        ObjectNode request = request("inspect").put("code", code);
        return answer(request.put("cursor", cursor).put("detail", detail));
    }

    /** Interrupts the running cell, as JupyterLab's stop button does. */
    public void interrupt() {
        answer(request("interrupt"));
    }

    /** Shuts the kernel down and starts it again. Waiting cells end as {@code DIED}. */
    public void restart() throws IOException {
        pending.values().forEach(PendingRequest::died);
        pending.clear();
        started(ask("restart"));
    }

    /** The CPU time that the kernel's process has used so far. */
    public Duration cpuTime() {
        return process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * The peak resident set size of the kernel's process so far, in bytes, where the platform
     * reports it.
     */
    public OptionalLong peakMemory() {
        return memory("status", "VmHWM:");
    }

    /**
     * The resident set size of the kernel's process now, in bytes, where the platform reports it.
     */
    public OptionalLong residentMemory() {
        return memory("status", "VmRSS:");
    }

    /**
     * The same, where a page that several processes share counts for each of them in part: mapped
     * files, such as libraries and a model, are in memory once for all of a machine's kernels.
     */
    public OptionalLong proportionalMemory() {
        return memory("smaps_rollup", "Pss:");
    }

    private OptionalLong memory(String list, String row) {
        Path file = Path.of("/proc/" + process().pid()).resolve(list);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(row))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    /** The kernel's process. */
    public ProcessHandle process() {
        return Objects.requireNonNull(process, "the kernel has not started");
    }

    /** What the kernel's process wrote to its own standard output, not to a cell. */
    public String terminalOutput() throws IOException {
        return Files.readString(stdout());
    }

    /** What the kernel's process wrote to its own standard error, not to a cell. */
    public String terminalErrors() throws IOException {
        return Files.readString(stderr());
    }

    /** Shuts the kernel down; by force if that takes longer than ten seconds. */
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }

    /** Shuts the kernel down; by force if that takes longer than the given time. */
    void close(Duration patience) {
        if (process != null && process.isAlive()) {
            try {
                long seconds = patience.toSeconds();
                answer(request("shutdown").put("patience", seconds), patience.plus(ANSWER_LIMIT));
            } catch (IllegalStateException | UncheckedIOException e) {
                process.destroyForcibly();
            }
        }
        bridge.close();
        for (String name : new String[] {"bridge.py", "bridge.stderr", "stdout", "stderr"}) {
            folder.resolve(name).toFile().delete();
        }
        folder.toFile().delete();
    }

    private void started(JsonNode reply) {
        process = ProcessHandle.of(reply.path("pid").asLong()).orElseThrow();
    }

    private JsonNode ask(String operation) throws IOException {
        try {
            return answer(request(operation), START_LIMIT);
        } catch (IllegalStateException e) {
            String said = (terminalOutput() + terminalErrors() + bridge.errorOutput()).strip();
            throw new IOException("The kernel did not start. Its output: " + said, e);
        }
    }

    private JsonNode answer(ObjectNode request) {
        return answer(request, ANSWER_LIMIT);
    }

    private JsonNode answer(ObjectNode request, Duration limit) {
        PendingRequest.Question question = new PendingRequest.Question();
        send(request, question);
        String operation = request.path("op").asText();
        try {
            JsonNode reply = question.answer().get(limit.toSeconds(), TimeUnit.SECONDS);
            if (reply.has("failed")) {
                throw new IllegalStateException(operation + ": " + reply.path("failed").asText());
            }
            return reply;
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    operation + ": no answer within " + limit.toSeconds() + " s.", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(operation + ": the kernel has ended.", e);
        }
    }

    private ObjectNode request(String operation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", ids.incrementAndGet())
                .put("op", operation);
    }

    private void send(ObjectNode request, PendingRequest waiting) {
        pending.put(request.path("id").asInt(), waiting);
        bridge.send(request);
    }

    private void hear(JsonNode line) {
        if (line.has("died")) {
            pending.values().forEach(PendingRequest::died);
            pending.clear();
            return;
        }
        int id = line.path("id").asInt();
        PendingRequest waiting = pending.get(id);
        if (waiting != null && waiting.hear(line)) {
            pending.remove(id);
        }
    }

    private Path stdout() {
        return folder.resolve("stdout");
    }

    private Path stderr() {
        return folder.resolve("stderr");
    }
}
