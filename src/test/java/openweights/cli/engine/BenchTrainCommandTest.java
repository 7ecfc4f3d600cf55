package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.cli.Said;
import org.junit.jupiter.api.Test;

class BenchTrainCommandTest {

    private static final List<String> SMALL =
            List.of(
                    "--width=16",
                    "--layers=1",
                    "--heads=2",
                    "--inner=24",
                    "--vocabulary=700",
                    "--texts=2",
                    "--shortest=4",
                    "--longest=6",
                    "--steps=3",
                    "--threads=1");

    @Test
    void printsJson() {
        Said said = bench("--json");
        assertEquals(0, said.status(), said.err());
        JsonNode result = Json.readText("output", said.out());
        assertEquals(
                List.of(
                        "java",
                        "kernel",
                        "weights",
                        "tokensPerStep",
                        "medianMillisecondsPerStep",
                        "tokensPerSecond",
                        "tokensPerProcessorSecond"),
                List.copyOf(result.properties()).stream().map(e -> e.getKey()).toList());
        assertTrue(result.get("kernel").asText().endsWith(", 1 thread"));
    }

    @Test
    void printsTextTheSameUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Said said = bench();
            assertTrue(
                    said.out()
                            .matches(
                                    "(?s).*: 13,424 weights, \\d+ tokens a step; \\d+\\.\\d ms a step \\(median of 3\\), [\\d,]+ tokens/s, [\\d,]+ per second of processor time\\n"),
                    said.out());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesTextsWithoutALength() {
        Said said = Said.course("bench", "train", "--longest=3");
        assertEquals(2, said.status());
        assertEquals(
                "course bench train: --longest 3 is below --shortest 35. Give the same or more.\n",
                said.err());
    }

    private static Said bench(String... arguments) {
        return Said.course(
                Stream.of(Stream.of("bench", "train"), SMALL.stream(), Stream.of(arguments))
                        .flatMap(words -> words)
                        .toArray());
    }
}
