package openweights.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import openweights.ForkedJvm;
import openweights.base.Home;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.KernelSelector;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.optimizer.OptimizerConfig;
import openweights.runtime.session.TestJdk;

/**
 * Trains a small network after the kernels have been measured, as the first program on a machine
 * does; prints the kernel and how many bytes steps allocate, in runs of ten.
 */
public final class TrainingProbe {

    private static final NetworkConfig SHAPE =
            new NetworkConfig(64, 32, 64, 4, 2, 2, 64, 1e-5, 1e4);
    private static final int STEPS = 400;
    private static final int RUN = 10;

    private final Random random = new Random(1);
    private final Backend backend = new Backend(fastest(), new Pool(1));
    private final Trainer trainer;

    private TrainingProbe() {
        Parameters parameters = new Parameters(SHAPE);
        float[] weights = new Initialization(0.08, 1).weights(SHAPE, parameters);
        OptimizerConfig settings = new OptimizerConfig(1e-3, 10, 0, 0.9, 0.95, 1e-8, 0.1, 1);
        trainer = new Trainer(SHAPE, parameters, weights, settings, STEPS, 4, backend);
    }

    /** The kernel that measuring finds; the widest one if narrow registers do not pay. */
    private static Kernel fastest() {
        Kernel measured = KernelSelector.kernel();
        if (measured.name().startsWith("vector-")) {
            return measured;
        }
        List<Kernel> kernels = Kernels.all();
        return kernels.get(kernels.size() - 1);
    }

    /**
     * Runs it in a JVM in which registers are vectors and compiled code is waited for: how many
     * bytes a step allocates, for each ten of them.
     *
     * @param options of the JVM
     * @param unmeasured a folder as the course's home, where nobody has measured the kernels yet
     */
    public static List<Long> bytes(TestJdk jdk, List<String> options, Path unmeasured)
            throws IOException, InterruptedException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--add-modules=jdk.incubator.vector",
                                "-Xbatch",
                                "-XX:+UseSerialGC",
                                "-XX:CompileCommand=quiet",
                                "-D" + Home.HOME_PROPERTY + "=" + unmeasured));
        all.addAll(options);
        List<String> lines =
                new ForkedJvm(jdk.home().resolve("bin/java"), all).lines(TrainingProbe.class);
        assertTrue(lines.get(0).startsWith("kernel vector-"), lines.get(0));
        List<Long> bytes = lines.stream().skip(1).map(Long::parseLong).toList();
        assertEquals(40, bytes.size());
        return bytes;
    }

    public static void main(String[] arguments) {
        TrainingProbe probe = new TrainingProbe();
        System.out.println("kernel " + probe.backend.kernel().name());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int run = 0; run < STEPS / RUN; run++) {
            long bytes = 0;
            for (int step = 0; step < RUN; step++) {
                List<int[]> texts = probe.texts();
                long before = threads.getCurrentThreadAllocatedBytes();
                probe.trainer.learn(texts);
                bytes += threads.getCurrentThreadAllocatedBytes() - before;
            }
            System.out.println(bytes / RUN);
        }
    }

    private List<int[]> texts() {
        return IntStream.range(0, 8)
                .mapToObj(i -> random.ints(20 + random.nextInt(30), 0, 64).toArray())
                .toList();
    }
}
