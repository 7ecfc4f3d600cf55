package openweights.runtime.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The memory of a student's processes.
 *
 * @param resident in MB
 * @param share in MB, with memory that several processes share divided among them
 */
record StudentMemory(long resident, long share) {

    /** Jupyter, and the shell that started it. */
    static StudentMemory ofServer(String student) throws IOException {
        return of(student, each -> !isJava(each));
    }

    static StudentMemory ofKernels(String student) throws IOException {
        return of(student, StudentMemory::isJava);
    }

    private static StudentMemory of(String student, Predicate<ProcessHandle> wanted)
            throws IOException {
        List<ProcessHandle> processes =
                UnixStudents.processes(student).stream().filter(wanted).toList();
        long resident = 0;
        long share = 0;
        for (ProcessHandle each : processes) {
            resident += kilobytes(each, "Rss:");
            share += kilobytes(each, "Pss:");
        }
        return new StudentMemory(resident / 1024, share / 1024);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    private static long kilobytes(ProcessHandle process, String row) throws IOException {
        Path file = Path.of("/proc/" + process.pid() + "/smaps_rollup");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(row))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return "%d MB (its share %d MB)".formatted(resident, share);
    }
}
