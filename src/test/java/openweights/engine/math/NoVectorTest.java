package openweights.engine.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import openweights.ForkedJvm;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.Kernels;
import org.junit.jupiter.api.Test;

/** A JVM that was started without the Vector API, and one that can load it later. */
class NoVectorTest {

    /** The main class of the other JVM. */
    static final class Elsewhere {
        public static void main(String[] arguments) {
            Backend backend = Backend.best();
            float[] y = new float[1];
            backend.matrix(1, 2, new float[] {1, 2}).multiply(new float[] {1, 10}, 0, y, 0);
            System.out.println(backend.kernel().name() + " " + y[0]);
            System.out.println(Kernels.advice().orElse("no advice"));
        }
    }

    @Test
    void worksWithoutTheModuleAndSaysHowToGetIt() throws Exception {
        List<String> lines = run();
        assertTrue(List.of("plain 21.0", "blas 21.0").contains(lines.get(0)), lines.toString());
        assertEquals(
                "The Vector API is not in use (this JVM was started without it), so products with weights are several times slower. Start with ./course, or give java the option --add-modules jdk.incubator.vector.",
                lines.get(1));
    }

    @Test
    void loadsTheModuleLateAndWithoutAWarning() throws Exception {
        List<String> lines =
                run(
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:+EnableVectorSupport",
                        "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                        "-Dopenweights.kernel=" + widest());
        assertEquals(List.of(widest() + " 21.0", "no advice"), lines);
    }

    private static String widest() {
        List<Kernel> kernels = Kernels.all();
        return kernels.get(kernels.size() - 1).name();
    }

    /** All lines of its output and error output. */
    private static List<String> run(String... options) throws IOException, InterruptedException {
        Stream<String> silent =
                Stream.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
        return ForkedJvm.same(Stream.concat(silent, Stream.of(options)).toArray(String[]::new))
                .linesAndErrors(Elsewhere.class);
    }
}
