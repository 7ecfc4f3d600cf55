package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openweights.Requirement;
import openweights.base.Json;
import openweights.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Checks that everything is measured, not how fast the machine is. */
class BenchEngineCommandTest {

    private static final List<String> SMALL =
            List.of("--width", "64", "--layers", "2", "--inner", "128", "--vocabulary", "512");

    private final StringWriter out = new StringWriter();

    private int bench(String... arguments) {
        CommandLine course = Main.commandLine();
        course.setOut(new PrintWriter(out));
        Stream<String> all =
                Stream.of(
                                Stream.of("bench", "engine", "--rounds", "1", "--prompt", "8"),
                                SMALL.stream(),
                                Stream.of(arguments))
                        .flatMap(words -> words);
        return course.execute(all.toArray(String[]::new));
    }

    @Test
    void measuresEachPrecisionWithTheGivenKernel() {
        assertEquals(0, bench("--json", "--kernel", "plain", "--threads", "1"), out.toString());
        JsonNode all = Json.readText("output", out.toString());
        assertTrue(all.get("tokenizer").get("tokensPerSecond").asDouble() > 0);
        for (String weights : List.of("float32", "float16", "bfloat16", "int8", "int4")) {
            JsonNode result = all.get("results").get(weights);
            assertEquals("plain, 1 thread", result.get("kernel").asText());
            double share =
                    result.get("gigabytesPerSecond").asDouble()
                            / result.get("memoryGigabytesPerSecond").asDouble();
            assertEquals(share, result.get("share").asDouble(), 1e-9 + share / 1e6);
            assertTrue(result.get("promptTokensPerSecond").asDouble() > 0);
        }
    }

    @Test
    void printsATableWithALineForEachUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(0, bench());
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(out.toString().contains("width 64, 2 layers, feed-forward 128, vocabulary 512"));
        for (String weights : List.of("float32", "float16", "bfloat16", "int8", "int4")) {
            assertTrue(
                    out.toString()
                            .lines()
                            .anyMatch(line -> line.matches(weights + "( +(\\d+(\\.\\d+)?|-))+")),
                    out.toString());
        }
        assertFalse(out.toString().contains("NaN"), out.toString());
    }

    @Test
    void saysWhatIsMissingForAPeer(@TempDir Path empty) {
        assertEquals(2, bench("--peer", "another"));
        assertEquals(2, bench("--peer", "llama.cpp", empty.toString()));
        assertEquals("", out.toString());
    }

    @Test
    void measuresBesideLlamaCpp() {
        String folder = System.getenv("LLAMA_CPP_FOLDER");
        Requirement.LLAMA_CPP.check(
                folder != null,
                "the environment variable LLAMA_CPP_FOLDER must name a folder with node-llama-cpp");
        assertEquals(0, bench("--json", "--peer", "llama.cpp", folder, "--threads", "1"));
        JsonNode all = Json.readText("output", out.toString());
        for (String weights : List.of("float32", "bfloat16", "int8", "int4")) {
            JsonNode result = all.get(weights).get(0);
            for (String part : List.of("decode", "prompt")) {
                double ratio =
                        result.get(part).get("engine").asDouble()
                                / result.get(part).get("peer").asDouble();
                assertEquals(ratio, result.get(part).get("ratio").asDouble(), ratio / 1e6);
            }
        }
    }

    @Test
    void refusesAKernelThatItDoesNotKnow() {
        assertEquals(2, bench("--kernel", "none"));
        assertEquals("", out.toString());
    }
}
