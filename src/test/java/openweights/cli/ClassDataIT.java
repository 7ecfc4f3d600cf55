package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.base.Home;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands that compute nothing map their classes from {@code target/openweights.jsa} instead of
 * reading them. No clock can show that on a busy machine, but the JVM's log of loaded classes does.
 */
class ClassDataIT {

    /** What is loaded before there is a class path, and what differs from one run to the next. */
    private static final int FEW = 25;

    /** Class files that are too old to be mapped, and a module that is loaded late. */
    private static final String NEVER_MAPPED = ".* (picocli|jdk\\.incubator)\\..*";

    private static final Path ROOT = Home.locate().root();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "models lessons/models",
                "catalogue",
                "catalogue --runs",
                "fetch --list",
                "audit lessons/models/seedling",
                "inspect lessons/models/seedling",
                "corpus --stories 2",
                "doctor",
                "progress"
            })
    void readsFewClassesOneByOne(String command) throws Exception {
        List<String> loaded = loaded(command.split(" "));
        assertTrue(loaded.stream().anyMatch(line -> line.contains("(top)")), command);
        List<String> read =
                loaded.stream()
                        .filter(line -> line.matches(".* source: (jrt|file):.*"))
                        .filter(line -> !line.matches(NEVER_MAPPED))
                        .toList();
        assertTrue(read.size() < FEW, String.join("\n", read));
    }

    /** The classes that a command loads, and where from. */
    private List<String> loaded(String... command) throws Exception {
        Path log = folder.resolve("classes");
        Path target = ROOT.resolve("target");
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xlog:class+load:file=" + log,
                                "-XX:SharedArchiveFile=" + target.resolve("openweights.jsa"),
                                "-Xbootclasspath/a:" + target.resolve("picocli.jar"),
                                "-Dopenweights.home=" + ROOT,
                                "-cp",
                                target.resolve("openweights.jar") + ":" + target.resolve("lib/*"),
                                Main.class.getName()));
        line.addAll(Arrays.asList(command));
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(line)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int status = process.waitFor();
        assertTrue(status < 2, Files.readString(said));
        return Files.readAllLines(log);
    }
}
