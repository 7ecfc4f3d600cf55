package openweights.engine.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.chat.ChatTemplate;
import openweights.engine.chat.Message;
import openweights.engine.chat.TemplateFiles;
import openweights.engine.convert.Conversion.Format;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.gguf.Metadata;
import openweights.engine.model.Model;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.SpecialIds;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is the model that was read. */
class ConversionTest {

    private static final Path SPROUT = Path.of("lessons/models/sprout");
    private static final Path FIRST = Path.of("src/test/resources/families/llama");
    private static final Path TOKENIZERS = Path.of("src/test/resources/tokenizers");
    private static final String TEXT = "One day, Jack was in the barn.";

    @TempDir Path folder;

    @Test
    void thereAndBackIsTheSameModel() throws IOException {
        Path gguf = folder.resolve("sprout.gguf");
        Path back = folder.resolve("back");
        new Conversion(SPROUT, "sprout", Format.GGUF, WeightType.F32).write(gguf);
        new Conversion(gguf, "sprout", Format.SAFETENSORS, WeightType.F32).write(back);
        int[] ids = Tokenizer.open(SPROUT).encode(TEXT);
        for (Path written : List.of(gguf, back)) {
            assertArrayEquals(ids, Tokenizer.open(written).encode(TEXT));
            assertArrayEquals(logits(SPROUT, ids), logits(written, ids));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOpens(WeightType type) throws IOException {
        Path gguf = folder.resolve("sprout.gguf");
        new Conversion(SPROUT, "sprout", Format.GGUF, type).write(gguf);
        int[] ids = Tokenizer.open(gguf).encode(TEXT);
        float[] exact = logits(SPROUT, ids)[ids.length - 1];
        float[] found = logits(gguf, ids)[ids.length - 1];
        double error = 0;
        double size = 0;
        for (int i = 0; i < exact.length; i++) {
            error += Math.pow(found[i] - exact[i], 2);
            size += Math.pow(exact[i], 2);
        }
        assertTrue(Math.sqrt(error / size) < (type == WeightType.Q4_0 ? 0.3 : 0.02), type.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-linear", "llama", "mistral", "gpt2", "bloom", "llama-tied-bf16"})
    void writesTheFamilies(String name) throws IOException {
        Path model = Path.of("src/test/resources/models").resolve(name);
        Path copy = CompleteModel.copy(model, Map.of(), folder.resolve(name));
        Path gguf = folder.resolve("model.gguf");
        Conversion conversion = new Conversion(copy, name, Format.GGUF, WeightType.F32);
        if (name.equals("llama")) { // its context of pretraining is not Llama 3's
            UserException refusal = assertThrows(UserException.class, () -> conversion.write(gguf));
            assertTrue(refusal.getMessage().contains("Llama 3's rule"), refusal.getMessage());
            return;
        }
        conversion.write(gguf);
        int[] ids = IntStream.range(0, 14).map(i -> (7 * i + 3) % 40).toArray();
        float[][] expected = logits(model, ids);
        float[][] found = logits(gguf, ids);
        for (int t = 0; t < ids.length; t++) {
            assertArrayEquals(expected[t], found[t], 1e-5f);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gpt2, llama",
        "smol, llama",
        "llama3, llama",
        "o200k, llama",
        "bloom, llama",
        "llama2, llama",
        "llama2, gemma4",
        "gemma4, gemma4"
    })
    void tokenizersGiveTheSameIds(String name, String architecture) throws IOException {
        Path original = TOKENIZERS.resolve(name);
        Tokenizer expected = Tokenizer.open(original);
        GgufWriter writer = new GgufWriter();
        TokenizerKeys.of(
                        Tokenizer.read(original),
                        expected,
                        architecture,
                        expected.vocabularySize(),
                        SpecialIds.of(
                                Keys.of(
                                        "test",
                                        "{\"bos_token_id\": 0}".getBytes(StandardCharsets.UTF_8)),
                                expected.vocabularySize()))
                .forEach(writer::put);
        Path gguf = folder.resolve("tokenizer.gguf");
        writer.write(gguf);
        Metadata keys = Gguf.open(gguf).metadata();
        boolean gemma = name.equals("gemma4") && architecture.equals("gemma4");
        assertEquals(gemma, keys.requireText("tokenizer.ggml.model").equals("gemma4"));
        Tokenizer found = Tokenizer.open(gguf);
        for (String text : texts()) {
            assertArrayEquals(expected.encode(text, false), found.encode(text, false), text);
            int[] ids = expected.encode(text, false);
            assertEquals(expected.decode(ids), found.decode(ids));
        }
    }

    private static List<String> texts() throws IOException {
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(TOKENIZERS.resolve("texts.json.gz")))) {
            List<String> texts = new ArrayList<>();
            for (JsonNode text : Json.read("texts", in.readAllBytes())) {
                texts.add(text.asText());
            }
            return texts;
        }
    }

    /** Whoever shows that a model is written does so after this. */
    @Test
    void isCertainToWriteBeforeItWrites() throws IOException {
        Path apertus = Path.of("src/test/resources/families/apertus");
        Conversion refused = new Conversion(apertus, "m", Format.GGUF, WeightType.F32);
        Path gguf = folder.resolve("sprout.gguf");
        assertThrows(UserException.class, () -> refused.check(gguf));
        Conversion.Ready ready = Conversion.of(SPROUT, Format.GGUF, WeightType.F16).check(gguf);
        assertTrue(Files.notExists(gguf));
        ready.write();
        assertTrue(Files.exists(gguf));
    }

    /** A place that cannot be written is noticed before the model is so much as opened. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void looksAtThePlaceFirst(Format format) throws IOException {
        Conversion conversion =
                new Conversion(folder.resolve("no-model"), "m", format, WeightType.F32);
        Path taken = Files.createFile(folder.resolve("taken"));
        UserException refusal = assertThrows(UserException.class, () -> conversion.check(taken));
        assertTrue(String.valueOf(refusal.getMessage()).contains("already exists"));
        for (Path place : List.of(taken.resolve("below"), Path.of("/proc/below/model"))) {
            IOException said = assertThrows(IOException.class, () -> conversion.check(place));
            assertTrue(
                    String.valueOf(said.getMessage()).contains("not a writable folder"), "" + said);
            assertTrue(String.valueOf(said.getMessage()).startsWith(place + ": "), "" + said);
        }
        assertEquals(0, Files.size(taken));
    }

    @Test
    void aMissingFolderIsNoticedFirst() {
        Path place = folder.resolve("missing").resolve("model.gguf");
        Conversion conversion = new Conversion(SPROUT, "m", Format.GGUF, WeightType.F32);
        assertThrows(IOException.class, () -> conversion.check(place));
        assertTrue(Files.notExists(place.getParent()));
    }

    @Test
    void refusesWhatCannotBeWritten() {
        assertThrows(
                UserException.class,
                () -> new Conversion(SPROUT, "s", Format.SAFETENSORS, WeightType.Q8_0));
        Path gemma = Path.of("src/test/resources/families/gemma4_text");
        UserException refusal =
                assertThrows(
                        UserException.class,
                        () ->
                                new Conversion(gemma, "m", Format.GGUF, WeightType.F32)
                                        .write(folder.resolve("m.gguf")));
        assertTrue(refusal.getMessage().contains("gemma4_text"), refusal.getMessage());
        assertTrue(Files.notExists(folder.resolve("m.gguf")));
    }

    /** Named templates, and the tokens that they know, stay with the model in both formats. */
    @Test
    void chatTemplatesGoThereAndBack() throws IOException {
        Path sprout = folder.resolve("sprout");
        Path model = CompleteModel.copy(FIRST, Map.of("eos_token_id", 3), sprout);
        Files.writeString(
                model.resolve("tokenizer_config.json"),
                """
                {"bos_token": "A", "eos_token": {"content": "D"}, "chat_template": [
                  {"name": "default", "template": "{{ messages[0].content }}{{ eos_token }}"},
                  {"name": "tool_use", "template": "tools"}, {"name": "rag", "template": "documents"}]}
                """);
        Path gguf = folder.resolve("m.gguf");
        Path back = folder.resolve("back");
        Path copy = folder.resolve("copy");
        new Conversion(model, "m", Format.GGUF, WeightType.F32).write(gguf);
        new Conversion(gguf, "m", Format.SAFETENSORS, WeightType.F32).write(back);
        new Conversion(back, "m", Format.SAFETENSORS, WeightType.F32).write(copy);
        Map<String, String> texts = TemplateFiles.of(model).texts();
        assertEquals(3, texts.size());
        for (Path written : List.of(gguf, back, copy)) {
            assertEquals(texts, TemplateFiles.of(written).texts());
            assertEquals(
                    "HiD", ChatTemplate.open(written).render(List.of(Message.user("Hi")), true));
        }
        assertEquals(
                List.of("rag", "tool_use"),
                Gguf.open(gguf).metadata().texts("tokenizer.chat_templates").orElseThrow());
    }

    /** In a folder, a template's name is that of a file. */
    @Test
    void aTemplateIsWrittenToNoOtherFolder() throws IOException {
        Path model = CompleteModel.copy(FIRST, Map.of(), folder.resolve("model"));
        Files.writeString(
                model.resolve("tokenizer_config.json"),
                "{\"chat_template\": [{\"name\": \"../../x\", \"template\": \"t\"}]}");
        Path gguf = folder.resolve("m.gguf");
        new Conversion(model, "m", Format.GGUF, WeightType.F32).write(gguf);
        Conversion back = new Conversion(gguf, "m", Format.SAFETENSORS, WeightType.F32);
        UserException refusal =
                assertThrows(UserException.class, () -> back.write(folder.resolve("back")));
        assertTrue(refusal.getMessage().contains("../../x"), refusal.getMessage());
        assertTrue(Files.notExists(folder.resolve("back")));
    }

    /** Python's tokenizers refuse a file in which one of these is missing. */
    @ParameterizedTest
    @ValueSource(strings = {"lessons/models/sprout", "src/test/resources/models/stories260K"})
    void theTokenizerHasWhatPythonDemands(Path model) throws IOException {
        Path gguf = folder.resolve("m.gguf");
        Path back = folder.resolve("back");
        new Conversion(model, "m", Format.GGUF, WeightType.F32).write(gguf);
        new Conversion(gguf, "m", Format.SAFETENSORS, WeightType.F32).write(back);
        JsonNode tokenizer = Json.read(back.resolve("tokenizer.json"));
        for (String part : List.of("truncation", "padding", "normalizer", "post_processor")) {
            assertTrue(tokenizer.has(part), part);
        }
        JsonNode token = tokenizer.at("/added_tokens/0");
        for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized", "special")) {
            assertTrue(token.path(flag).isBoolean(), flag);
        }
        for (JsonNode split : tokenizer.findParents("behavior")) {
            assertTrue(split.path("invert").isBoolean(), split.toString());
        }
        JsonNode template = tokenizer.get("post_processor");
        assertEquals(2 * template.get("single").size(), template.get("pair").size());
        assertEquals(
                1,
                template.at("/pair/" + (template.get("pair").size() - 1))
                        .findValue("type_id")
                        .asInt());
        for (JsonNode special : template.get("special_tokens")) {
            assertEquals(special.get("id"), special.at("/tokens/0"));
        }
        assertEquals(
                "PreTrainedTokenizerFast",
                Json.read(back.resolve("tokenizer_config.json")).path("tokenizer_class").asText());
        assertArrayEquals(Tokenizer.open(model).encode(TEXT), Tokenizer.open(back).encode(TEXT));
    }

    /** A tokenizer that llama.cpp splits texts otherwise for is noticed before a file exists. */
    @Test
    void aTokenizerThatWouldGiveOtherIdsIsRefused() throws IOException {
        Path model = CompleteModel.copy(FIRST, Map.of(), folder.resolve("model"));
        ObjectNode tokenizer = (ObjectNode) Json.read(model.resolve("tokenizer.json"));
        tokenizer.putObject("normalizer").put("type", "Lowercase");
        Files.writeString(model.resolve("tokenizer.json"), Json.pretty(tokenizer));
        Path gguf = folder.resolve("m.gguf");
        Conversion conversion = new Conversion(model, "m", Format.GGUF, WeightType.F32);
        UserException refusal = assertThrows(UserException.class, () -> conversion.write(gguf));
        assertTrue(refusal.getMessage().contains("how this tokenizer works"), refusal.getMessage());
        assertTrue(Files.notExists(gguf));
    }

    @Test
    void theFileSaysWhatItIs() throws IOException {
        Path gguf = folder.resolve("sprout.gguf");
        new Conversion(SPROUT, "sprout", Format.GGUF, WeightType.Q8_0).write(gguf);
        assertEquals("sprout", Gguf.open(gguf).metadata().requireText("general.name"));
        assertEquals(7, Gguf.open(gguf).metadata().requireCount("general.file_type"));
    }

    private static float[][] logits(Path path, int[] ids) {
        Model model = Model.open(path);
        return model.logits(ids, model.newState());
    }
}
