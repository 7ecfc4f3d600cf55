package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.engine.train.TrainingProbe;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A kernel optimizes most code late, but not vectors. Counted are the bytes that steps of training
 * allocate: in compiled code that waits for the compiler, they are the same on each run.
 */
class KernelCompilationTest {

    /** Where nobody has measured the kernels yet. */
    @TempDir private Path unmeasured;

    /** Bytes a step; lists and small objects of a fixed size are a tenth of them. */
    private static final long ENOUGH = 100_000;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("openweights.runtime.session.TestJdk#eachWidth")
    void vectorsAreOptimizedEarly(TestJdk jdk, String machine, List<String> width)
            throws IOException, InterruptedException {
        Requirement.JDKS.check(
                jdk.home() != null, "JDK " + jdk.version() + " is needed to count on it");
        List<Long> early = bytes(jdk, width, option -> true);
        List<Long> late =
                bytes(jdk, width, option -> !option.equals(KernelArguments.EARLY_VECTORS));
        assertTrue(early.get(0) < late.get(0) / 2, early.get(0) + " of " + late.get(0));
        List<Long> second = early.subList(early.size() / 2, early.size());
        assertTrue(second.stream().allMatch(each -> each < ENOUGH), early.toString());
    }

    /** How many bytes a step allocates, for each ten steps. */
    private List<Long> bytes(TestJdk jdk, List<String> width, Predicate<String> wanted)
            throws IOException, InterruptedException {
        List<String> options =
                Stream.concat(width.stream(), KernelArguments.compiler().stream().filter(wanted))
                        .toList();
        return TrainingProbe.bytes(jdk, options, Files.createTempDirectory(unmeasured, "home"));
    }
}
