package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import openweights.engine.model.config.ModelException;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.DType;
import openweights.engine.weights.SafetensorsException;
import openweights.engine.weights.SafetensorsWriter;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error messages for models that are damaged, inconsistent or hostile. */
class BadModelTest {

    @TempDir Path folder;

    @Test
    void listsAllTensorsThatDoNotMatch() throws IOException {
        Copies.copy("llama", folder);
        Checkpoint whole = Checkpoint.open(folder);
        SafetensorsWriter writer = new SafetensorsWriter();
        for (StoredTensor tensor : whole.tensors()) {
            if (tensor.name().equals("model.norm.weight")) {
                writer.put(tensor.name(), new long[] {15}, new float[15]);
            } else if (!tensor.name().equals("model.layers.1.mlp.up_proj.weight")) {
                writer.put(tensor);
            }
        }
        writer.put("model.layers.2.mlp.up_proj.weight", new long[] {24, 16}, new float[24 * 16]);
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(folder.resolve("config.json"), other.resolve("config.json"));
        writer.write(other.resolve("model.safetensors"));
        assertEquals(
                other.resolve("model.safetensors")
                        + ": the tensors are not those that config.json (llama) asks for.\n"
                        + "missing:\n"
                        + "  model.layers.1.mlp.up_proj.weight [24, 16]\n"
                        + "wrong shape or type:\n"
                        + "  model.norm.weight is [15], expected [16]\n"
                        + "unused:\n"
                        + "  model.layers.2.mlp.up_proj.weight [24, 16]\n"
                        + "One of the two files belongs to another model, or config.json was edited.",
                failure(other));
    }

    @Test
    void refusesWeightsOfWholeNumbers() throws IOException {
        Copies.copy("llama", folder);
        SafetensorsWriter writer = new SafetensorsWriter();
        for (StoredTensor tensor : Checkpoint.open(folder).tensors()) {
            if (tensor.name().equals("model.norm.weight")) {
                writer.put(tensor.name(), DType.I32, tensor.shape(), ByteBuffer.allocate(64));
            } else {
                writer.put(tensor);
            }
        }
        writer.write(folder.resolve("model.safetensors"));
        assertContains(
                failure(folder),
                "model.norm.weight is of type I32, expected F32, BF16, F16 or F64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model_type | \"gpt5\" | this is a model of the family \"gpt5\", which the engine cannot compute yet. It knows relatives (gpt2, gpt_neox, gpt_oss), but they compute other numbers. Supported families: apertus, bloom, ",
                "model_type | \"zamba\" | which the engine cannot compute yet. Supported families: apertus, ",
                "model_type | null | \"model_type\" is missing.",
                "hidden_size | -16 | \"hidden_size\" is -16; expected a whole number from 1 to 16777216.",
                "hidden_size | 16.5 | \"hidden_size\" is 16.5; expected a whole number",
                "hidden_size | \"16\" | \"hidden_size\" is \"16\"; expected a whole number",
                "hidden_size | 99999999999999999999 | expected a whole number from 1 to 16777216.",
                "vocab_size | null | \"vocab_size\" is missing.",
                "num_hidden_layers | 5000 | 5000 layers; at most 4096 are allowed.",
                "num_hidden_layers | 1 | unused:",
                "num_hidden_layers | 4096 | more",
                "num_attention_heads | 3 | 3 attention heads cannot share 2 key/value heads evenly.",
                "head_dim | 7 | \"head_dim\" is 7; rotary positions need an even size.",
                "rms_norm_eps | 0 | \"rms_norm_eps\" is 0; expected a number above zero.",
                "rms_norm_eps | \"small\" | expected a number above zero.",
                "hidden_act | \"tanh\" | \"hidden_act\" is \"tanh\"; expected one of silu",
                "tie_word_embeddings | 1 | \"tie_word_embeddings\" is 1; expected true or false.",
                "rope_parameters | [1] | \"rope_parameters\" is [1]; expected an object in braces.",
                "rope_parameters | {\"rope_type\": \"mrope\"} | rope_type \"mrope\" is not supported. Supported: default, linear, dynamic, llama3, yarn, longrope.",
                "rope_parameters | {\"rope_type\": \"yarn\"} | \"rope_parameters\": \"factor\" is missing.",
                "rope_parameters | {\"rope_type\": \"longrope\", \"factor\": 2} | \"short_factor\" is missing.",
                "rope_parameters | {\"rope_type\": \"longrope\", \"factor\": 2, \"short_factor\": [1], \"long_factor\": [1]} | expected 4, one for each pair of a head.",
                "rope_parameters | {\"rope_type\": \"linear\", \"factor\": 2, \"partial_rotary_factor\": 0.5} | expected 1, because this family rotates whole heads.",
                "rope_parameters | {\"full_attention\": {}} | has parameters for each type of layer, which this family does not know.",
                "is_causal | false | \"is_causal\" is false; expected true: each token sees only earlier ones here.",
                "add_cross_attention | true | the model has an encoder, which the engine does not.",
                "layer_types | [\"sliding_attention\"] | \"layer_types\" is [\"sliding_attention\"]; expected full_attention only, because in llama all layers are alike.",
                "quantization_config | {\"quant_method\": \"gptq\", \"bits\": 4} | \"quantization_config\": the weights are quantized with gptq, which the engine does not read. Fetch the release in bfloat16",
                "eos_token_id | \"end\" | \"eos_token_id\" is \"end\"; expected a token id or a list of them.",
            })
    void saysWhichKeyIsWrong(String key, String value, String message) throws IOException {
        Copies.copy("llama", folder);
        Copies.changeConfig(folder, config -> config.set(key, json(value)));
        assertContains(failure(folder), message);
    }

    /** A pipe or a device would be read for ever, or until memory is full. */
    @Test
    void refusesAConfigurationThatIsNoRegularFile() throws IOException {
        Copies.copy("llama", folder);
        Path config = folder.resolve("config.json");
        Files.delete(config);
        Files.createSymbolicLink(config, Path.of("/dev/zero"));
        String message = assertThrows(ModelException.class, () -> Model.open(folder)).getMessage();
        assertContains(message, config + ": is not a regular file.");
    }

    @Test
    void saysThatAFileOfWeightsIsNoModel() throws IOException {
        Copies.copy("llama", folder);
        Path file = folder.resolve("model.safetensors");
        String message = assertThrows(ModelException.class, () -> Model.open(file)).getMessage();
        assertContains(message, file + ": is a file, but not a model. Name the folder");
    }

    @Test
    void namesAFileThatIsNotJson() throws IOException {
        Copies.copy("llama", folder);
        Path config = folder.resolve("config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.substring(0, text.length() / 2));
        assertContains(failure(folder), config + ":");
        Files.writeString(config, "[]");
        assertContains(failure(folder), config + ": expected a JSON object in braces.");
        Files.delete(config);
        assertContains(failure(folder), config + ": there is no such file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "generation_config.json"})
    void refusesDeepNesting(String name) throws IOException {
        Copies.copy("llama", folder);
        for (String opening : List.of("[", "{\"a\":", "{\"eos_token_id\":[")) {
            Files.writeString(folder.resolve(name), opening.repeat(100_000) + "1");
            assertContains(failure(folder), folder.resolve(name) + ":");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | : expected a JSON object in braces.",
                "\"x\" | : expected a JSON object in braces.",
                "null | : expected a JSON object in braces.",
                "{} {} | not valid JSON",
                "'' | ",
                "{\"eos_token_id\": {}} | \"eos_token_id\" is {}; expected a token id or a list of them.",
                "{\"eos_token_id\": [[1]]} | expected a token id or a list of them.",
                "{\"suppress_tokens\": 3} | \"suppress_tokens\" is 3; expected a list of whole numbers",
                "{\"suppress_tokens\": [3, 40]} | is [3,40]; expected ids below 40, the size of the vocabulary",
                "{\"suppress_tokens\": [-1]} | expected a list of whole numbers from 0",
                "{\"begin_suppress_tokens\": [1.5]} | \"begin_suppress_tokens\" is [1.5]; expected a list of whole numbers",
                "{\"begin_suppress_tokens\": [\"a\"]} | expected a list of whole numbers",
            })
    void namesAnOddGenerationConfig(String json, String message) throws IOException {
        Copies.copy("llama", folder);
        Path file = folder.resolve("generation_config.json");
        Files.writeString(file, json);
        String failure = failure(folder);
        assertContains(failure, file.toString());
        assertContains(failure, message == null ? "" : message);
    }

    @Test
    void warnsOfTextsThatCannotEnd() throws IOException {
        Copies.copy("llama", folder);
        Path file = folder.resolve("generation_config.json");
        Files.writeString(file, "{\"eos_token_id\": [2, 99]}");
        assertEquals(List.of(), Config.read(folder).warnings());
        Files.writeString(file, "{\"eos_token_id\": [99, -1]}");
        assertEquals(
                List.of(
                        "The tokens that end a text, [-1, 99], are not among the model's 40. Its texts end only where they are as long as they may be."),
                Config.read(folder).warnings());
    }

    @Test
    void locatesAWeightThatIsNotANumber() throws IOException {
        Copies.copy("llama", folder);
        StoredTensor tensor =
                Checkpoint.open(folder).tensor("model.layers.1.self_attn.v_proj.weight");
        Path file = folder.resolve("model.safetensors");
        long at = tensor.fileOffset() + 4 * 37;
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write(new byte[] {0, 0, (byte) 0xc0, 0x7f});
        }
        Model model = Model.open(folder);
        String message =
                assertThrows(
                                ModelException.class,
                                () -> model.forward(new int[] {3, 4}, model.newState()))
                        .getMessage();
        assertContains(
                message,
                file
                        + ": tensor \"model.layers.1.self_attn.v_proj.weight\" holds NaN at number 37, byte "
                        + at
                        + " of the file.");
    }

    @Test
    void refusesATokenThatIsNotInTheVocabulary() {
        Model model = Model.open(Expected.MODELS.resolve("llama"));
        State state = model.newState();
        for (int token : new int[] {-1, 40}) {
            assertContains(
                    assertThrows(ModelException.class, () -> model.forward(token, state))
                            .getMessage(),
                    "Token " + token + " is not in the model's vocabulary of 40.");
        }
        assertThrows(ModelException.class, () -> model.forward(new int[0], state));
        assertEquals(0, state.length());
    }

    @Test
    void refusesATextLongerThanTheContext() {
        Model model = Model.open(Expected.MODELS.resolve("gpt2"));
        State state = model.newState();
        model.forward(new int[30], state);
        assertEquals(
                "The text has 33 tokens, but the model's context is 32. Shorten the prompt, or ask for fewer new tokens.",
                assertThrows(ModelException.class, () -> model.forward(new int[3], state))
                        .getMessage());
        model.forward(new int[2], state); // the state is still valid
        assertEquals(32, state.length());
    }

    @Test
    void refusesAModelLargerThanMemoryBeforeLoading() {
        Footprint huge = new Footprint(1L << 50, 1L << 40, false);
        Footprint large = new Footprint(1L << 48, 0, true);
        Footprint small = new Footprint(1L << 20, 0, true);
        String start =
                "huge needs 1048576.00 GiB for its weights and 1024.00 GiB for the text's keys and values; this machine has ";
        assertContains(refusal(huge, small), start);
        assertContains(
                refusal(huge, small),
                "Use a smaller precision (int8 or int4), or a smaller model.");
        assertContains(refusal(huge, large), "Even int4 needs 262144.00 GiB: use a smaller model");
        new Footprint(Footprint.machine() / 2, 1 << 20, false).requireFits("mapped", () -> small);
    }

    /** Advice must be possible: no heap larger than the machine. */
    @Test
    void refusesAModelLargerThanTheHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        long machine = Footprint.machine();
        if (heap < machine / 2) {
            String possible = refusal(new Footprint(heap, 0, true), new Footprint(heap, 0, true));
            assertContains(possible, "of it on Java's heap, which may grow to ");
            assertContains(possible, "Set JAVA_TOOL_OPTIONS=-Xmx");
            String impossible =
                    refusal(new Footprint(machine, 0, true), new Footprint(machine, 0, true));
            assertContains(impossible, "Keep the precision of the file, or use a smaller model.");
        }
    }

    private static String refusal(Footprint footprint, Footprint smallest) {
        return assertThrows(
                        ModelException.class, () -> footprint.requireFits("huge", () -> smallest))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "written", "deleted"})
    void noticesThatTheFileChanges(String change) throws IOException {
        Copies.copy("llama", folder);
        Path file = folder.resolve("model.safetensors");
        Model model = Model.open(folder);
        State state = model.newState();
        model.forward(3, state);
        byte[] bytes = Files.readAllBytes(file);
        switch (change) {
            case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "written" -> Files.setLastModifiedTime(file, FileTime.fromMillis(1));
            default -> Files.delete(file);
        }
        assertContains(
                assertThrows(SafetensorsException.class, () -> model.forward(4, state))
                        .getMessage(),
                "the file changed since it was opened");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String failure(Path folder) {
        return assertThrows(ModelException.class, () -> Model.open(folder)).getMessage();
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" is not in: " + text);
    }
}
