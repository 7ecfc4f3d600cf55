package openweights.engine.model;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import openweights.engine.math.Backend;

/**
 * Prints how many bytes a decoded token allocates: a main class for {@link DecodingAllocationTest}.
 * Of several tokens, the one counts that allocates least: caches grow now and then.
 */
final class DecodingProbe {

    private static final int TOKENS = 12;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private DecodingProbe() {}

    /**
     * @param folders of models
     */
    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            System.out.println(Path.of(folder).getFileName() + " " + fewest(Path.of(folder)));
        }
    }

    private static long fewest(Path folder) throws IOException {
        Model model = Model.open(folder, Precision.STORED, Backend.best());
        long fewest = Long.MAX_VALUE;
        State state = model.newState();
        for (int t = 0; t < TOKENS; t++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            model.forward(3 + t, state);
            long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            fewest = Math.min(fewest, after - before);
        }
        return fewest;
    }
}
