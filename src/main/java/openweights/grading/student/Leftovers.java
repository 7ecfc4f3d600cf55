package openweights.grading.student;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;

/** What a student's code leaves behind for the next test: files, threads, and other processes. */
final class Leftovers {

    /** Names the folder that the sandbox lets programs write; absent without a sandbox. */
    private static final String SCRATCH = "SCRATCH";

    /** Threads that libraries start when they are first used. */
    private static final List<String> LIBRARIES =
            List.of("org.bytedeco.", "org.nd4j.", "sun.java2d.", "jdk.internal.", "java.lang.ref.");

    private final Optional<Path> scratch =
            Optional.ofNullable(System.getenv(SCRATCH)).map(Path::of);

    private final Set<Path> files = new HashSet<>(files());
    private final Set<Thread> threads = new HashSet<>(threads());

    /** Deletes files; false if anything else is left, so that a new process is needed. */
    boolean remove() {
        for (Path file : files()) {
            if (!files.contains(file)) {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    return false;
                }
            }
        }
        return !otherProcesses()
                && threads().stream().filter(each -> !threads.contains(each)).allMatch(this::ours);
    }

    /** The contents of the folder, the innermost first. */
    private List<Path> files() {
        if (scratch.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(scratch.get())) {
            return all.filter(each -> !each.equals(scratch.get()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(scratch.get());
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private boolean ours(Thread thread) {
        String type = thread.getClass().getName();
        boolean known =
                thread instanceof ForkJoinWorkerThread
                        || LIBRARIES.stream().anyMatch(type::startsWith);
        return known && Arrays.stream(thread.getStackTrace()).noneMatch(Leftovers::isOfCell);
    }

    private static boolean isOfCell(StackTraceElement frame) {
        return frame.getClassName().startsWith(Cells.PACKAGE);
    }

    /** In the sandbox, there is nothing but its first process and this one. */
    private boolean otherProcesses() {
        if (scratch.isEmpty()) {
            return ProcessHandle.current().children().findAny().isPresent();
        }
        long own = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses().anyMatch(each -> each.pid() != 1 && each.pid() != own);
    }
}
