package openweights.engine.math.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import openweights.ForkedJvm;
import openweights.Requirement;
import openweights.runtime.session.TestJdk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No product makes garbage, on any register width. When the JIT compiler gives up inlining inside a
 * kernel, each register becomes an object, and the product becomes ten to thirty times slower.
 * Nothing else shows it, as results stay right; a clock on a busy machine is no judge. So each
 * register width, on each JDK, counts in a JVM of its own what products allocate.
 */
class AllocationTest {

    /**
     * Bytes that a product of 64 rows and 1024 columns may allocate. One object a row is bearable,
     * and happens when C2 compiles a method before it has seen the end of its first loop. One
     * object for each run of 32 weights and register of rows would be 12,000 bytes or more.
     */
    static final int MAX_BYTES = 5000;

    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    /** Compiled code is waited for: a busy machine may take longer than all repetitions. */
    private static final List<String> OTHERS = List.of("-Xbatch", "-XX:+UseSerialGC", "-Xmn64m");

    static Stream<Arguments> machines() {
        Map<String, List<String>> machines = new TreeMap<>();
        machines.put("as it is", List.of(MODULE));
        machines.put("128 bits", List.of(MODULE, "-XX:MaxVectorSize=16"));
        machines.put("256 bits", List.of(MODULE, "-XX:UseAVX=2", "-XX:MaxVectorSize=32"));
        machines.put(
                "256 bits, C2 only", List.of(MODULE, "-XX:UseAVX=2", "-XX:-TieredCompilation"));
        // A processor without 512 bits computes with 256.
        machines.put("512 bits", List.of(MODULE, "-XX:UseAVX=3"));
        machines.put(
                "512 bits, C2 only", List.of(MODULE, "-XX:UseAVX=3", "-XX:-TieredCompilation"));
        machines.put("no vectors", List.of());
        return TestJdk.each(machines);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("machines")
    void productsAllocateNextToNothing(TestJdk jdk, String machine, List<String> options)
            throws IOException, InterruptedException {
        Requirement.JDKS.check(
                jdk.home() != null, "JDK " + jdk.version() + " is needed to count on it");
        List<String> all = Stream.concat(options.stream(), OTHERS.stream()).toList();
        Path java = jdk.home().resolve("bin/java");
        ForkedJvm forked = new ForkedJvm(java, all);
        List<String> lines = forked.lines(AllocationProbe.class, AllocationProbe.PRODUCTS);
        String kernel = lines.get(0);
        assertEquals(options.contains(MODULE), kernel.startsWith("kernel vector"), kernel);
        assertTrue(lines.size() > 40, lines.toString());
        List<String> functions = forked.lines(AllocationProbe.class, AllocationProbe.FUNCTIONS);
        assertEquals(5, functions.size(), functions.toString());
        List<String> excessive =
                Stream.concat(lines.stream().skip(1), functions.stream().skip(1))
                        .filter(line -> Long.parseLong(line.split(" ")[1]) > MAX_BYTES)
                        .toList();
        assertEquals(List.of(), excessive, kernel);
    }
}
