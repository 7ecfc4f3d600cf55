package openweights.grading.sandbox;

/**
 * Upper bounds on what a program in a sandbox may use.
 *
 * @param cpuSeconds CPU time of one process, summed over its threads
 * @param processes processes and threads together
 * @param openFiles per process
 * @param fileBytes size of one file
 * @param scratchBytes size of the only writable folder, which is kept in memory
 * @param addressBytes address space of one process, including what it only reserves
 * @param dataBytes memory that one process can write: the Java heap and everything outside it
 * @param memoryBytes memory that all processes of the sandbox hold together; watched, because Linux
 *     has no such limit that every user may set
 */
public record Limits(
        long cpuSeconds,
        int processes,
        int openFiles,
        long fileBytes,
        long scratchBytes,
        long addressBytes,
        long dataBytes,
        long memoryBytes) {

    private static final long MEGABYTE = 1 << 20;

    /** Enough for a cell that trains a small network. */
    public static final Limits DEFAULT =
            new Limits(
                    120,
                    160,
                    256,
                    16 * MEGABYTE,
                    32 * MEGABYTE,
                    6144 * MEGABYTE,
                    1536 * MEGABYTE,
                    2048 * MEGABYTE);
}
