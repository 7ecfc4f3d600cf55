package openweights.engine.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.runtime.session.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No register becomes an object once everything is compiled, in the JVM that the launchers start.
 * Without {@link #SEPARATE} C2 inlines loops over registers into a whole layer, gives up within
 * them, and a step allocates millions of bytes, some hundred steps after training began. Without
 * {@link #TRAPS} it does not believe on JDK 17 that there is one class of vectors only, because
 * products in other formats have run before.
 */
public class TrainingAllocationTest {

    /** Keeps the loops of training methods of their own. */
    public static final String SEPARATE =
            "-XX:CompileCommand=dontinline,openweights.engine.math.vector.VectorTiledOps::*";

    /** Lets the compiler rely on one class of vectors, whatever other methods met before. */
    public static final String TRAPS = "-XX:PerMethodTrapLimit=1000";

    /** Bytes a step; lists and small objects of a fixed size are a tenth of them. */
    private static final long ENOUGH = 100_000;

    /** Steps are counted in runs of ten; the first runs are interpreted or compiled early. */
    private static final int WARM_UP = 20;

    /** Where nobody has measured the kernels yet. */
    @TempDir private Path unmeasured;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("openweights.runtime.session.TestJdk#eachWidth")
    void aStepAllocatesNextToNothing(TestJdk jdk, String machine, List<String> width)
            throws IOException, InterruptedException {
        Requirement.JDKS.check(
                jdk.home() != null, "JDK " + jdk.version() + " is needed to count on it");
        List<String> options = Stream.concat(width.stream(), Stream.of(TRAPS, SEPARATE)).toList();
        List<Long> bytes = TrainingProbe.bytes(jdk, options, unmeasured);
        List<Long> late = bytes.subList(WARM_UP, bytes.size());
        assertTrue(late.stream().allMatch(each -> each < ENOUGH), bytes.toString());
    }

    @Test
    void theLaunchersAndTheKernelUseTheOptions() throws IOException {
        String kernel = "src/main/java/openweights/runtime/session/KernelArguments.java";
        for (String file : List.of("course", "course.cmd", kernel)) {
            String text = Files.readString(Path.of(file));
            assertTrue(text.contains(TRAPS) && text.contains(SEPARATE), file);
        }
    }
}
