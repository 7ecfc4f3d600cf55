package openweights.runtime.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.Home;

/**
 * Measures the time from the kernel's start to the first result of ND4J, for several sets of JVM
 * options, which alternate in each round.
 *
 * <pre>{@code
 * ./mvnw -q test-compile && java -cp "target/test-classes:target/openweights.jar:target/lib/*" \
 *     openweights.runtime.session.KernelStartBenchmark 5 "archive" "no archive=-Xshare:off"
 * }</pre>
 *
 * Wall-clock time depends on the load of the machine, CPU time much less.
 */
final class KernelStartBenchmark {

    private KernelStartBenchmark() {}

    private record Start(double seconds, double processor, double megabytes) {}

    public static void main(String[] arguments) throws IOException {
        Home project = Home.locate();
        String java = System.getProperty("benchmark.java", System.getProperty("java.home"));
        Path folder = project.root().resolve("target/kernels/benchmark/" + KernelSpec.NAME);
        KernelSpec spec = new KernelSpec(project, Path.of(java, "bin", "java"), folder);
        spec.prepare();
        int rounds = Integer.parseInt(arguments[0]);
        Map<String, Start[]> starts = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String variant : List.of(arguments).subList(1, arguments.length)) {
                spec.install(options(spec, variant));
                starts.computeIfAbsent(variant, any -> new Start[rounds])[round] = measure(spec);
            }
        }
        System.out.println("medians of " + rounds + ": seconds, processor seconds, megabytes");
        starts.forEach((variant, all) -> System.out.println(median(all) + "  " + variant));
    }

    private static List<String> options(KernelSpec spec, String variant) {
        List<String> options = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + spec.archive()));
        int equals = variant.indexOf('=');
        if (equals > 0) {
            options.addAll(Arrays.asList(variant.substring(equals + 1).split(" ")));
        }
        return options;
    }

    private static Start measure(KernelSpec spec) throws IOException {
        long begin = System.nanoTime();
        try (KernelSession kernel = spec.start()) {
            kernel.execute("Nd4j.ones(2, 2).mmul(Nd4j.ones(2, 2))");
            return new Start(
                    (System.nanoTime() - begin) / 1e9,
                    kernel.cpuTime().toMillis() / 1e3,
                    kernel.peakMemory().orElse(0) / 1e6);
        }
    }

    private static String median(Start[] all) {
        return "%5.2f %5.2f %4.0f"
                .formatted(
                        Arrays.stream(all)
                                .mapToDouble(Start::seconds)
                                .sorted()
                                .toArray()[all.length / 2],
                        Arrays.stream(all)
                                .mapToDouble(Start::processor)
                                .sorted()
                                .toArray()[all.length / 2],
                        Arrays.stream(all)
                                .mapToDouble(Start::megabytes)
                                .sorted()
                                .toArray()[all.length / 2]);
    }
}
