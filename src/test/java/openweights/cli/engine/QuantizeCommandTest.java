package openweights.cli.engine;

import static openweights.cli.Said.course;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import openweights.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantizeCommandTest {

    private static final Path SPROUT = Path.of("lessons/models/sprout");
    private static final String STRANGER = "src/test/resources/models/gpt2";

    @TempDir Path folder;

    @Test
    void showsEachMatrixAndTheLoss() {
        Said said = course("quantize", "sprout", "--bits", "8", "--stories", "20");
        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().startsWith("matrix "), said.out());
        assertTrue(said.out().contains("model.layers.1.mlp.down_proj.weight"), said.out());
        assertTrue(said.out().contains(" bits per weight, scales included: "), said.out());
        assertTrue(said.out().matches("(?s).*float32 .*quantized .*%\\n"), said.out());
    }

    @Test
    void fourBitsLoseMoreThanEight() throws IOException {
        JsonNode eight = json("sprout", "--bits", "8", "--stories", "20");
        JsonNode four = json("sprout", "--bits", "4", "--stories", "20");
        assertEquals(4.5, four.path("bits_per_weight").asDouble(), 0.01);
        assertEquals(four.path("tensors").size(), eight.path("tensors").size());
        double least = four.at("/tensors/0/relative").asDouble();
        assertTrue(least > 5 * eight.at("/tensors/0/relative").asDouble(), four.toString());
        assertTrue(four.path("bytes").asLong() * 6 < four.path("float32_bytes").asLong());
        assertEquals(eight.path("float32"), four.path("float32"));
        assertTrue(four.at("/quantized/error").isNumber(), four.toString());
    }

    @Test
    void saysWhichMatricesGotAnotherType() throws IOException {
        Said said = course("quantize", "seedling", "--type", "q4_k", "--stories", "0", "--json");
        assertEquals(0, said.status(), said.err());
        assertTrue(
                said.err()
                        .endsWith(
                                "25 tensors, such as model.embed_tokens.weight, become Q4_0 instead of Q4_K, which stores blocks of 256 numbers: the rows cannot be cut into whole blocks.\n"),
                said.err());
        JsonNode report = new ObjectMapper().readTree(said.out());
        assertEquals("Q4_K", report.path("type").asText());
        assertEquals("Q4_0", report.at("/tensors/0/type").asText());
        assertEquals("Q4_K", report.at("/tensors/7/type").asText());
        assertEquals(said.err().strip(), report.at("/notes/0").asText());
    }

    @Test
    void saysWhichMatricesTheFolderHasUnchanged() {
        Said said = course("quantize", STRANGER, "--stories=0", "--out", folder.resolve("out"));
        assertEquals(0, said.status(), said.err());
        assertTrue(said.err().contains("written as before"), said.err());
    }

    @Test
    void refusesBitsThatContradictTheType() {
        Said said = course("quantize", SPROUT, "--bits=8", "--type=q4_0", "--stories=0");
        assertEquals(2, said.status());
        assertEquals(
                "course quantize: --bits=8 contradicts --type=q4_0, whose weights have 4 bits. Give one of the two options.\n",
                said.err());
        assertEquals("", said.out());
    }

    @Test
    void measuresTheMatricesOfModelsOfOtherTexts() throws IOException {
        JsonNode report = json(STRANGER, "--stories", "0");
        assertTrue(report.path("tensors").size() > 4);
        assertTrue(report.path("quantized").isNull());
    }

    @Test
    void writesNothing() throws IOException {
        Path model = SmallModels.bare(SPROUT, folder.resolve("model"));
        assertEquals(0, course("quantize", model, "--stories", "2").status());
        for (String name : new String[] {"config.json", "model.safetensors"}) {
            assertEquals(-1, Files.mismatch(SPROUT.resolve(name), model.resolve(name)));
        }
        try (var files = Files.list(model)) {
            assertEquals(3, files.count());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bits=3 | course quantize: --bits=3: use 8 or 4.",
                "--type=q9 | course quantize: --type=q9: use q8_0, q6_k, q4_k, q4_0, or mxfp4.",
                "--bits=four | Invalid value for option '--bits': 'four' is not an int",
                "--stories=-1 | --stories=-1: use at least 2, or 0 to measure none.",
                "--stories=1 | --stories=1: use at least 2, or 0 to measure none.",
            })
    void refusesInvalidOptions(String option, String message) {
        Said said = course("quantize", SPROUT, option);
        assertEquals(2, said.status());
        assertEquals(message, said.err().lines().findFirst().orElse(""));
        assertEquals("", said.out());
    }

    @Test
    void refusesWeightsThatAreQuantizedAlready() throws IOException {
        Path model = SmallModels.inWholeNumbers(SPROUT, folder.resolve("int8"));
        Said said = course("quantize", model);
        assertEquals(2, said.status());
        assertEquals(
                "course quantize: "
                        + model
                        + ": these weights are quantized already: \"model.layers.0.self_attn.q_proj.weight\" is of type I32. Use the release that they were made from, with weights in float32, float16 or bfloat16.\n",
                said.err());
    }

    @Test
    void reportsWhatAFolderLacks() throws IOException {
        Said nowhere = course("quantize", "nowhere");
        assertEquals(2, nowhere.status());
        assertTrue(
                nowhere.err()
                        .contains(
                                "\"nowhere\" is neither a folder nor a file here, nor a model of the course (seedling, seedling-weights, sprout"),
                nowhere.err());
        Said mute = course("quantize", STRANGER);
        assertEquals(2, mute.status());
        assertTrue(
                mute.err()
                        .startsWith(
                                "course quantize: "
                                        + STRANGER
                                        + ": has no tokenizer.json, so the model cannot read stories. Use --stories 0"),
                mute.err());
        Said empty = course("quantize", folder, "--stories", "0");
        assertEquals(2, empty.status());
        assertTrue(
                empty.err().startsWith("course quantize: " + folder + ": the folder has neither"),
                empty.err());
    }

    @Test
    void reportsTruncatedWeights() throws IOException {
        Path model = SmallModels.bare(SPROUT, folder.resolve("cut"));
        Path weights = model.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length / 2));
        Said said = course("quantize", model);
        assertEquals(2, said.status());
        assertTrue(said.err().startsWith("course quantize: " + weights + ": tensor "), said.err());
        assertTrue(said.err().contains("The file is probably cut off"), said.err());
    }

    private static JsonNode json(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        all[0] = "quantize";
        all[1] = "--json";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Said said = course((Object[]) all);
        assertEquals(0, said.status(), said.err());
        return new ObjectMapper().readTree(said.out());
    }
}
