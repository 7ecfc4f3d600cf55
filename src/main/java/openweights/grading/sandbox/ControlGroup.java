package openweights.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Bounds for all processes of one sandbox together. Linux kills the largest process, or with
 * version 2 all of them, when they hold more memory than allowed.
 */
final class ControlGroup {

    /** Beside the program's own processes, those that start it. */
    private static final int STARTERS = 16;

    private static final int REMOVE_TRIES = 40;
    private static final long REMOVE_PAUSE_MS = 50;

    private final int version;
    private final List<Path> folders;
    private volatile boolean exceeded;

    ControlGroup(int version, List<Path> folders) {
        this.version = version;
        this.folders = List.copyOf(folders);
    }

    /** Files into which a process writes 0 to join. */
    List<Path> doors() {
        return folders.stream().map(each -> each.resolve("cgroup.procs")).toList();
    }

    void limit(Limits limits) throws IOException {
        String memory = "" + limits.memoryBytes();
        Path first = folders.get(0);
        if (version == 2) {
            write(first.resolve("memory.max"), memory);
            writeIfThere(first.resolve("memory.swap.max"), "0");
            writeIfThere(first.resolve("memory.oom.group"), "1");
        } else {
            write(first.resolve("memory.limit_in_bytes"), memory);
            writeIfThere(first.resolve("memory.memsw.limit_in_bytes"), memory);
        }
        Path last = folders.get(folders.size() - 1);
        write(last.resolve("pids.max"), "" + (limits.processes() + STARTERS));
    }

    private static void writeIfThere(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            write(file, text);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether Linux killed a process of the group, because all together held too much memory. */
    boolean exceeded() {
        if (!exceeded) {
            exceeded = kills() > 0;
        }
        return exceeded;
    }

    private long kills() {
        String file = version == 2 ? "memory.events" : "memory.oom_control";
        try {
            return Files.readAllLines(folders.get(0).resolve(file)).stream()
                    .filter(line -> line.startsWith("oom_kill "))
                    .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
                    .sum();
        } catch (IOException e) {
            return 0; // it was removed, after a last look
        }
    }

    /** Waits until the group is empty, looks a last time, and removes it. */
    void remove() {
        for (int i = 0; i < REMOVE_TRIES && !tryRemove(); i++) {
            try {
                Thread.sleep(REMOVE_PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean tryRemove() {
        exceeded();
        boolean gone = true;
        for (Path each : folders) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                gone = false; // a process of it has not quite ended
            }
        }
        return gone;
    }
}
