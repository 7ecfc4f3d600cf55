package openweights.runtime.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.base.Home;
import org.junit.jupiter.params.provider.Arguments;

/** A JDK on this machine, and the course's real kernel running on it. */
public record TestJdk(int version, Path home) {

    private static final List<Integer> WANTED = List.of(17, 25);

    /** The versions with which the course is tested; home is null for those not installed. */
    public static Stream<TestJdk> all() {
        Map<Integer, Path> found = new LinkedHashMap<>();
        homes().forEach(home -> found.putIfAbsent(version(home), home));
        return WANTED.stream().map(version -> new TestJdk(version, found.get(version)));
    }

    /** Each JDK with each of several machines, which are a name and options of the JVM. */
    public static Stream<Arguments> each(Map<String, List<String>> machines) {
        return all().flatMap(
                        jdk ->
                                machines.entrySet().stream()
                                        .map(m -> Arguments.of(jdk, m.getKey(), m.getValue())));
    }

    /** Each JDK with each width of registers; 512 bits are 256 on a processor without them. */
    public static Stream<Arguments> eachWidth() {
        Map<String, List<String>> widths = new LinkedHashMap<>();
        widths.put("128 bits", List.of("-XX:MaxVectorSize=16"));
        widths.put("256 bits", List.of("-XX:UseAVX=2", "-XX:MaxVectorSize=32"));
        widths.put("512 bits", List.of("-XX:UseAVX=3"));
        return each(widths);
    }

    /**
     * Starts the kernel with a kernelspec made for tests. If the JDK or the Python environment is
     * missing, the test is skipped with a message, or fails with {@code
     * -Dopenweights.require=venv}.
     */
    public KernelSession start() throws IOException {
        return start(Home.locate().root());
    }

    /** Starts the kernel in a given working folder. */
    public KernelSession start(Path workingFolder) throws IOException {
        KernelSpec spec = spec();
        spec.install();
        return KernelSession.start(spec.project().python(), spec.folder(), workingFolder);
    }

    /** The kernelspec with which tests start this JDK's kernel. */
    public KernelSpec spec() {
        Home project = Home.locate();
        if (!Files.exists(project.python())) {
            missing(project.venv() + " is missing. Run ./course lab --set-up-only first.");
        }
        if (home == null) {
            Requirement.JDKS.missing(
                    "JDK " + version + " was not found. Name it in JAVA" + version + "_HOME.");
        }
        // Test classes run in two processes, and one of them deletes archives.
        String own = "target/kernels/%d/jdk-%d".formatted(ProcessHandle.current().pid(), version);
        Path folder = project.root().resolve(own).resolve(KernelSpec.NAME);
        return new KernelSpec(project, home.resolve("bin/java"), folder);
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }

    private static void missing(String reason) {
        Requirement.VENV.missing(reason);
    }

    private static Stream<Path> homes() {
        Stream<String> named =
                Stream.concat(
                        Stream.of(System.getProperty("java.home")),
                        WANTED.stream().map(version -> System.getenv("JAVA" + version + "_HOME")));
        Stream<Path> usual =
                Stream.of("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines", "/opt")
                        .map(Path::of)
                        .flatMap(TestJdk::children)
                        .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")));
        return Stream.concat(named.filter(Objects::nonNull).map(Path::of), usual)
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")));
    }

    private static Stream<Path> children(Path folder) {
        try {
            return Files.isDirectory(folder)
                    ? Files.list(folder).sorted().toList().stream()
                    : Stream.empty();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** The version in the JDK's {@code release} file; 0 if there is none. */
    private static int version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
