package openweights.runtime.session;

import java.lang.management.ManagementFactory;

/**
 * The memory limits of the kernel.
 *
 * @param heap for Java objects, in MiB
 * @param natives for ND4J's arrays, which are outside the heap, in MiB
 */
public record KernelMemory(long heap, long natives) {

    /** Environment variable that overrides the heap size, in MiB. */
    static final String HEAP_VARIABLE = "OPENWEIGHTS_HEAP_MB";

    private static final long DEFAULT = 1024;

    /** The limits for this machine, unless the environment overrides them. */
    public static KernelMemory here() {
        String wanted = System.getenv(HEAP_VARIABLE);
        if (wanted != null && wanted.matches("[1-9]\\d{2,6}")) {
            return new KernelMemory(Long.parseLong(wanted), 2 * Long.parseLong(wanted));
        }
        java.lang.management.OperatingSystemMXBean system =
                ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean machine
                ? of(machine.getTotalMemorySize() >> 20)
                : new KernelMemory(DEFAULT, DEFAULT);
    }

    /**
     * Lessons are tested with a heap of 1 GiB, which is the default. A machine with less than 3 GiB
     * gives a third of its memory. ND4J gets the same amount, or twice as much from 6 GiB on.
     *
     * @param total the machine's memory in MiB
     */
    static KernelMemory of(long total) {
        long heap = Math.min(DEFAULT, total / 3);
        return new KernelMemory(heap, total >= 6 * DEFAULT ? 2 * heap : heap);
    }
}
