package openweights.engine.model;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;

/**
 * Prints how many bytes a decoded token allocates: a main class for {@link DecodingAllocationTest}.
 * Of several tokens, the one counts that allocates least: caches grow now and then, and compilers
 * need some time.
 */
final class DecodingProbe {

    private static final int TOKENS = 12;
    private static final int MAX_TEXTS = 150;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private DecodingProbe() {}

    /**
     * @param arguments the kernel, or "widest"; then, for each model, how few bytes are enough, and
     *     its folder
     */
    public static void main(String[] arguments) throws IOException {
        List<Kernel> kernels = Kernels.all();
        Kernel kernel =
                arguments[0].equals("widest")
                        ? kernels.get(kernels.size() - 1)
                        : Kernels.named(arguments[0]);
        System.out.println(kernel.name() + " 0");
        for (int i = 1; i < arguments.length; i += 2) {
            long enough = Long.parseLong(arguments[i]);
            Path folder = Path.of(arguments[i + 1]);
            Model model = Model.open(folder, Precision.STORED, new Backend(kernel, new Pool(1)));
            long fewest = fewest(model);
            for (int text = 1; text < MAX_TEXTS && fewest > enough; text++) {
                fewest = Math.min(fewest, fewest(model));
            }
            System.out.println(folder.getFileName() + " " + fewest);
        }
    }

    private static long fewest(Model model) {
        long fewest = Long.MAX_VALUE;
        State state = model.newState();
        for (int t = 0; t < TOKENS; t++) {
            long start = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            model.forward(3 + t, state);
            long end = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            fewest = Math.min(fewest, end - start);
        }
        return fewest;
    }
}
