package openweights.grading.sandbox;

/**
 * Upper bounds on what a program in a sandbox may use.
 *
 * @param cpuSeconds CPU time of one process, summed over its threads
 * @param processes processes and threads together
 * @param openFiles per process
 * @param fileBytes size of one file
 * @param scratchBytes size of the only writable folder, which is kept in memory
 * @param addressBytes address space of one process; nothing else bounds memory outside the Java
 *     heap
 */
public record Limits(
        long cpuSeconds,
        int processes,
        int openFiles,
        long fileBytes,
        long scratchBytes,
        long addressBytes) {

    private static final long MEGABYTE = 1 << 20;

    /** Enough for a cell that trains a small network. */
    public static final Limits DEFAULT =
            new Limits(120, 160, 256, 16 * MEGABYTE, 32 * MEGABYTE, 6144 * MEGABYTE);
}
