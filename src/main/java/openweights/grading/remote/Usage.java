package openweights.grading.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import openweights.grading.sandbox.Limits;

/**
 * How much a sandbox's processes use together, as Linux tells in {@code /proc}. A limit of each
 * process bounds neither their sum nor the memory that they share.
 */
final class Usage {

    private static final String RESIDENT = "VmRSS:";
    private static final String THREADS = "Threads:";

    private final Process process;
    private final Limits limits;
    private final BooleanSupplier ended;
    private long bytes;
    private int tasks;

    /**
     * @param ended whether the system ended a process, because all together held too much memory
     */
    Usage(Process process, Limits limits, BooleanSupplier ended) {
        this.process = process;
        this.ended = ended;
        this.limits = limits;
    }

    /** Looks at the processes; true if they hold more memory than allowed. */
    synchronized boolean exceeds() {
        bytes = 0;
        tasks = 0;
        try (Stream<ProcessHandle> all = process.descendants()) {
            all.forEach(each -> add(Path.of("/proc/" + each.pid() + "/status")));
        }
        return tooMuchMemory();
    }

    private void add(Path status) {
        try {
            List<String> lines = Files.readAllLines(status);
            bytes += 1024 * number(lines, RESIDENT);
            tasks += (int) number(lines, THREADS);
        } catch (IOException e) {
            // The process has ended, or this is not Linux.
        }
    }

    private static long number(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** Whether the system, or the last look, found more memory than allowed. */
    synchronized boolean tooMuchMemory() {
        return bytes > limits.memoryBytes() || ended.getAsBoolean();
    }

    /** Whether the last look found about as many processes and threads as allowed. */
    synchronized boolean tooManyTasks() {
        return tasks >= limits.processes() * 9 / 10;
    }

    Limits limits() {
        return limits;
    }
}
