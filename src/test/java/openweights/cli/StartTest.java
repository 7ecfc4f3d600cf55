package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import openweights.ForkedJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands start quickly because they load no library that they do not need. No clock can show that
 * on a busy machine, but the JVM's log of loaded classes does.
 */
class StartTest {

    @TempDir private Path folder;

    /** Tablesaw, for example, opens every library to look for readers of files. */
    @ParameterizedTest
    @CsvSource({
        "--help, com.fasterxml org.yaml tech.tablesaw io.github.classgraph org.nd4j",
        "corpus --stories 2, com.fasterxml org.yaml tech.tablesaw io.github.classgraph org.nd4j",
        "catalogue, org.yaml tech.tablesaw io.github.classgraph org.nd4j",
        "catalogue --runs --json, org.yaml tech.tablesaw io.github.classgraph org.nd4j",
        "fetch --list, org.yaml tech.tablesaw io.github.classgraph org.nd4j",
        "audit gpt2, org.yaml tech.tablesaw io.github.classgraph org.nd4j",
    })
    void loadsNoLibraryThatItDoesNotNeed(String command, String libraries) throws Exception {
        Path log = folder.resolve("classes");
        Object[] words = command.split(" ");
        ForkedJvm jvm = ForkedJvm.same("-Xlog:class+load:file=" + log);
        Process process =
                jvm.program(Main.class, words)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        int status = process.waitFor();
        assertTrue(status < 2, Files.readString(folder.resolve("out")));
        List<String> needless =
                Files.readAllLines(log).stream()
                        .map(line -> line.replaceAll("^.*] ", ""))
                        .filter(
                                loaded ->
                                        Arrays.stream(libraries.split(" "))
                                                .anyMatch(library -> loaded.startsWith(library)))
                        .toList();
        assertEquals(List.of(), needless);
    }
}
