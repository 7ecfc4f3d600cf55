package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import openweights.cli.Main;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** That the measurement measures; what comes out is the machine's affair. */
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
    void measuresEachKindOfWeightsWithTheKernelThatWasAskedFor() throws IOException {
        assertEquals(0, bench("--json", "--kernel", "plain", "--threads", "1"), out.toString());
        JsonNode all = new ObjectMapper().readTree(out.toString());
        assertTrue(all.get("tokenizer").get("tokensPerSecond").asDouble() > 0);
        for (String weights : List.of("float32", "bfloat16", "int8")) {
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
    void printsATableWithALineForEach() {
        assertEquals(0, bench());
        assertTrue(out.toString().contains("width 64, 2 layers, feed-forward 128, vocabulary 512"));
        for (String weights : List.of("float32", "bfloat16", "int8")) {
            assertTrue(out.toString().lines().anyMatch(line -> line.startsWith(weights)));
        }
        assertFalse(out.toString().contains("NaN"), out.toString());
    }
}
