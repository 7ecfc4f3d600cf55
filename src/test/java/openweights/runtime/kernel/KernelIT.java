package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What students find in a fresh kernel. */
class KernelIT extends RealKernel {

    @Test
    void firstUseOfEveryLibraryPrintsNothing() throws IOException {
        CellOutcome outcome =
                succeeds(
                        """
                        INDArray product = Nd4j.rand(3, 3).mmul(Nd4j.rand(3, 3));
                        Table table = Table.create("t", DoubleColumn.create("x", new double[] {1, 2}));
                        XYChart chart = new XYChartBuilder().build();
                        openweights.engine.math.kernel.Kernels.advice().isEmpty()""");
        assertEquals("true", outcome.value(), "the engine has the Vector API");
        assertEquals("", outcome.stream("stdout") + outcome.stream("stderr"));
        assertEquals("", kernel.terminalOutput() + kernel.terminalErrors());
    }

    @Test
    void everyDefaultImportExists() throws IOException {
        for (String line : CellImports.ours()) {
            succeeds(line);
        }
        assertEquals("", kernel.terminalErrors());
    }

    @Test
    void runsOnTheRequestedJdkWithinItsLimits() {
        assertEquals(
                String.valueOf(jdk.version()), succeeds("Runtime.version().feature()").value());
        assertEquals("true", succeeds("Runtime.getRuntime().maxMemory() <= 1L << 30").value());
        assertEquals("PASSIVE", succeeds("System.getenv(\"OMP_WAIT_POLICY\")").value());
        assertEquals("1.50", succeeds("String.format(\"%.2f\", 1.5)").value());
    }

    @Test
    void completesAndDocumentsTheCoursesOwnClasses() {
        String start = "Check.clo";
        assertTrue(
                texts(kernel.complete(start, start.length()).path("matches")).contains("close("),
                "completion");
        String call = "Check.close(";
        String help = kernel.inspect(call, call.length() - 1, 0).at("/data/text~1plain").asText();
        assertTrue(help.contains("Check.close(String name"), help);
        assertTrue(help.contains("largest expected magnitude"), "the comment: " + help);
    }

    @Test
    void classArchiveIsCreatedAndAMismatchIsSilent() throws IOException {
        jdk.spec().prepare();
        Path archive = jdk.spec().folder().resolve("classes.jsa");
        assertTrue(Files.size(archive) > 1_000_000, "archive of " + Files.size(archive));
        try (var archived = jdk.start()) {
            assertEquals("2", archived.execute("1 + 1").value());
            assertEquals("", archived.terminalOutput() + archived.terminalErrors());
        }
        Path half = archive.resolveSibling("half");
        Files.writeString(half, "no archive");
        Files.move(half, archive, StandardCopyOption.REPLACE_EXISTING);
        try (var broken = jdk.start()) {
            assertEquals("2", broken.execute("1 + 1").value());
            assertEquals("", broken.terminalOutput() + broken.terminalErrors());
        }
        Files.delete(archive);
    }

    /** What a kernel writes to is its own; the other pages are there once for a whole class. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void kernelsShareTheClassArchive() throws IOException {
        jdk.spec().prepare();
        try (var archived = jdk.start()) {
            String pid = archived.execute("ProcessHandle.current().pid()").value();
            long resident = 0;
            long written = 0;
            boolean inArchive = false;
            for (String line : Files.readAllLines(Path.of("/proc", pid, "smaps"))) {
                String[] words = line.split(" +");
                if (words[0].contains("-")) {
                    inArchive = line.endsWith("/classes.jsa");
                } else if (inArchive && words[0].equals("Rss:")) {
                    resident += Long.parseLong(words[1]);
                } else if (inArchive && words[0].equals("Anonymous:")) {
                    written += Long.parseLong(words[1]);
                }
            }
            assertTrue(resident > 1_000, "KB of the archive in memory: " + resident);
            assertTrue(written < resident / 2, written + " of " + resident + " KB are its own");
        }
    }

    private static String texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
    }
}
