package openweights.runtime.session;

import java.lang.management.ManagementFactory;

/**
 * How much memory the kernel may take.
 *
 * @param heap for Java's objects, in megabytes
 * @param natives for ND4J's arrays, which lie outside of the heap, in megabytes
 */
public record KernelMemory(long heap, long natives) {

    /** Sets the heap by hand, in megabytes. */
    static final String HEAP_VARIABLE = "OPENWEIGHTS_HEAP_MB";

    private static final long DEFAULT = 1024;

    /** For this machine, unless the environment says otherwise. */
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
     * Every lesson is tested with 1 GB of heap, so that is what a machine with room gives; a third
     * of it where there is less than 3 GB. ND4J gets as much again, or twice as much from 6 GB on.
     *
     * @param total the machine's memory in megabytes
     */
    static KernelMemory of(long total) {
        long heap = Math.min(DEFAULT, total / 3);
        return new KernelMemory(heap, total >= 6 * DEFAULT ? 2 * heap : heap);
    }
}
