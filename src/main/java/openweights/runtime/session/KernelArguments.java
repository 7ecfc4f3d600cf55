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

/** What the {@code java} program is told to run the kernel. */
record KernelArguments(Home project, KernelMemory memory) {

    private static final String MAIN = "openweights.runtime.kernel.KernelMain";

    /** The arguments, in order; the options that are handed in override the usual ones. */
    List<String> list(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(silence());
        arguments.addAll(bounds());
        arguments.addAll(sameEverywhere());
        arguments.addAll(start());
        arguments.addAll(more);
        arguments.addAll(List.of("-cp", classPath(), MAIN));
        return arguments;
    }

    /** No line on the terminal or in a cell that the student's code did not write. */
    private static List<String> silence() {
        return List.of(
                // JDK 17 does not know all of the options that silence JDK 25.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // An archive that does not fit is no news: the kernel starts without it.
                "-Xlog:disable",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dorg.nd4j.log.initialization=false");
    }

    private List<String> bounds() {
        return List.of(
                "-Xmx" + memory.heap() + "m",
                "-Dorg.bytedeco.javacpp.maxbytes=" + memory.natives() + "m",
                // Not bounded: weights that are mapped from a file would count too.
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.cachedir=" + project.state().resolve("natives"),
                // No files in the system's folder for temporary ones.
                "-XX:-UsePerfData");
    }

    /** A lesson's output must not depend on the language of the machine. */
    private static List<String> sameEverywhere() {
        return List.of(
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true");
    }

    private List<String> start() {
        return List.of(
                // With these the engine loads the Vector API when it first wants it. Named as a
                // module it would be loaded at every start, with a warning on the terminal.
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableVectorSupport",
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                // JJava looks at what JShell keeps to itself.
                "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
                // The start is short of processors. One thread collects a heap of 1 GB well enough.
                "-XX:+UseSerialGC",
                "-Xmn" + memory.heap() / 6 + "m",
                // Nor does it pay to compile for speed what only the start runs often.
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=5000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=120000",
                "-D" + Home.HOME_PROPERTY + "=" + project.root());
    }

    private String classPath() throws IOException {
        Path jjava = project.venv().resolve("share/jupyter/kernels/java/jjava.jar");
        try (Stream<Path> jars = Files.list(project.libraries())) {
            return Stream.concat(Stream.of(project.jar(), jjava), jars.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
