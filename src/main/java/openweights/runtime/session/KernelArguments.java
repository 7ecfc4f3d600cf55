package openweights.runtime.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Home;

/** The arguments of the {@code java} command that runs the kernel. */
record KernelArguments(Home project, KernelMemory memory) {

    /**
     * Until they are optimized, operations on vectors make an object of each register: the first
     * hundred answers of a small model would take twice as long. But at a tenth of the thresholds,
     * loops are optimized before their profile is complete, and keep making objects.
     */
    static final String EARLY_VECTORS =
            "-XX:CompileCommand=CompileThresholdScaling,openweights.engine.math.vector.*::*,0.3";

    private static final String MAIN = "openweights.runtime.kernel.KernelMain";

    /** All arguments, in order; additional options override the others. */
    List<String> list(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(quiet());
        arguments.addAll(limits());
        arguments.addAll(small());
        arguments.addAll(sameEverywhere());
        arguments.addAll(start());
        arguments.addAll(compiler());
        arguments.addAll(more);
        arguments.addAll(List.of("-cp", classPath(), MAIN));
        return arguments;
    }

    /** Prevents output that the student's code did not write, on the terminal and in cells. */
    private static List<String> quiet() {
        return List.of(
                // JDK 17 does not know all options that silence JDK 25.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // No warning about an archive that does not match: the kernel starts without it.
                "-Xlog:disable",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dorg.nd4j.log.initialization=false");
    }

    private List<String> limits() {
        return List.of(
                "-Xmx" + memory.heap() + "m",
                "-Dorg.bytedeco.javacpp.maxbytes=" + memory.natives() + "m",
                // No limit, because weights mapped from a file would count too.
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + project.state().resolve("natives"),
                // No files in the system's temporary folder.
                "-XX:-UsePerfData");
    }

    /**
     * A heap that grows as needed, and gives back what the collection of an idle kernel has freed:
     * a student has several notebooks open, and a server many students. What the first cell fills
     * is there from the beginning, because a heap that grows to it in small steps is collected as a
     * whole at each step: six times, which took a tenth of the start's processor time.
     */
    private static List<String> small() {
        return List.of(
                "-XX:InitialHeapSize=80m",
                "-XX:MinHeapSize=32m",
                "-XX:NewSize=24m",
                "-XX:MaxNewSize=32m",
                // Each array of ND4J leaves an object that survives one collection: it frees the
                // native memory. Without room for all of them, they fill the old generation.
                "-XX:SurvivorRatio=2",
                "-XX:MinHeapFreeRatio=25",
                "-XX:MaxHeapFreeRatio=30",
                // Otherwise the first collection of everything gives nothing back, the next a
                // tenth.
                "-XX:-ShrinkHeapInSteps",
                "-XX:TrimNativeHeapInterval=5000");
    }

    /** A lesson's output must not depend on the machine's locale. */
    private static List<String> sameEverywhere() {
        return List.of(
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true");
    }

    private List<String> start() {
        return List.of(
                // These let the engine load the Vector API on first use. As a root module it would
                // be loaded at every start, with a warning on the terminal.
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableVectorSupport",
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                // JJava accesses JShell's internals.
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                // Start-up is limited by processors, and one thread is enough to collect a heap of
                // 1 GB. Java refuses two collectors, and JAVA_TOOL_OPTIONS may ask for another one.
                "-XX:-UseG1GC",
                "-XX:-UseParallelGC",
                "-XX:-UseZGC",
                "-XX:-UseShenandoahGC",
                "-XX:+UseSerialGC",
                "-D" + Home.HOME_PROPERTY + "=" + project.root());
    }

    /** What is optimized, and when. */
    static List<String> compiler() {
        return List.of(
                // Optimizing code that is hot only during start-up does not pay.
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=5000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=120000",
                "-XX:CompileCommand=quiet",
                EARLY_VECTORS,
                // Otherwise registers become objects: the reasons are in VectorTiledOps.
                "-XX:PerMethodTrapLimit=1000",
                "-XX:CompileCommand=dontinline,openweights.engine.math.vector.VectorTiledOps::*");
    }

    /** Without the server of the instructor's desk, which no cell needs. */
    private String classPath() throws IOException {
        Path jjava = project.venv().resolve("share/jupyter/kernels/java/jjava.jar");
        try (Stream<Path> jars = Files.list(project.libraries())) {
            Stream<Path> useful =
                    jars.filter(jar -> !jar.getFileName().toString().startsWith("jetty-")).sorted();
            return Stream.concat(Stream.of(project.jar(), jjava), useful)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
