package openweights.grading.sandbox;

/**
 * What a program in a sandbox may use at most.
 *
 * @param cpuSeconds processor time of one process, over all its threads
 * @param processes processes and threads together
 * @param openFiles of one process
 * @param fileBytes length of one file
 * @param scratchBytes of the only folder that can be written, which lies in memory
 * @param addressBytes of one process's address space; memory outside of the Java heap is bounded by
 *     nothing else
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
