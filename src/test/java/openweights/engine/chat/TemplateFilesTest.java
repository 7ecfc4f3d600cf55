package openweights.engine.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.base.UserException;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.model.config.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFilesTest {

    private static final List<Message> MESSAGES = List.of(Message.user("Hi"));

    @TempDir private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String rendered() {
        return ChatTemplate.open(folder).render(MESSAGES, true);
    }

    @Test
    void aTemplateOfTheTokenizersSettings() throws IOException {
        write(
                "tokenizer_config.json",
                """
                {"chat_template": "{{ bos_token }}{{ messages[0].content }}{{ eos_token }}{{ pad_token }}",
                 "bos_token": "<s>", "eos_token": {"content": "</s>", "lstrip": false}, "pad_token": null}
                """);
        assertEquals("<s>Hi</s>", rendered());
    }

    @Test
    void namedTemplatesOfTheTokenizersSettings() throws IOException {
        write(
                "tokenizer_config.json",
                """
                {"chat_template": [{"name": "default", "template": "plain"}, {"name": "tool_use", "template": "tools"}]}
                """);
        assertEquals("plain", rendered());
        assertEquals(
                Map.of("default", "plain", "tool_use", "tools"), TemplateFiles.of(folder).texts());
    }

    @Test
    void filesOfTheirOwnComeFirst() throws IOException {
        write("tokenizer_config.json", "{\"chat_template\": \"old\"}");
        write("chat_template.jinja", "new\n");
        write("additional_chat_templates/rag.jinja", "with documents");
        write("additional_chat_templates/notes.txt", "no template");
        assertEquals("new", rendered());
        assertEquals(
                Map.of("default", "new\n", "rag", "with documents"),
                TemplateFiles.of(folder).texts());
    }

    @Test
    void metadataOfAGgufFile() throws IOException {
        GgufWriter writer = new GgufWriter();
        writer.put(
                "tokenizer.chat_template",
                "{{ bos_token }}{{ messages[0].content }}{{ eos_token }}");
        writer.put("tokenizer.chat_template.tool_use", "tools");
        writer.put("tokenizer.ggml.tokens", List.of("<s>", "</s>"));
        writer.put("tokenizer.ggml.bos_token_id", 0);
        writer.put("tokenizer.ggml.eos_token_id", 1);
        Path file = folder.resolve("model.gguf");
        writer.write(file);
        assertEquals("<s>Hi</s>", ChatTemplate.open(file).render(MESSAGES, true));
        assertEquals("tools", TemplateFiles.of(file).texts().get("tool_use"));
    }

    @Test
    void aBaseModelIsRefusedWithAdvice() throws IOException {
        for (String settings : new String[] {"{}", "{\"chat_template\": null}"}) {
            write("tokenizer_config.json", settings);
            String message =
                    assertThrows(ModelException.class, () -> ChatTemplate.open(folder))
                            .getMessage();
            assertTrue(message.contains("it is a base model"), message);
            assertTrue(message.contains("./course generate"), message);
        }
    }

    @Test
    void whatIsNoTemplateIsRefused() throws IOException {
        write(
                "tokenizer_config.json",
                "{\"chat_template\": [{\"name\": \"rag\", \"template\": \"x\"}]}");
        assertTrue(refusal().contains("special purposes (rag)"));
        write("tokenizer_config.json", "{\"chat_template\": [\"x\"]}");
        assertTrue(refusal().contains("list of objects with a name and a template"));
        write("tokenizer_config.json", "{\"chat_template\": \"\\n{{ 1 + }}\"}");
        assertTrue(refusal().contains("tokenizer_config.json, chat template, line 2: "));
        write("chat_template.jinja", "x".repeat(2_000_000));
        assertTrue(refusal().contains("2,000,000 characters"));
    }

    @Test
    void whatIsFoundIsNamed() throws IOException {
        write("tokenizer_config.json", "{\"chat_template\": 7}");
        assertTrue(refusal().contains("; found 7."), refusal());
        write("tokenizer_config.json", "{\"chat_template\": {\"default\": \"x\"}}");
        assertTrue(refusal().contains("; found {\"default\":\"x\"}."), refusal());
        write(
                "tokenizer_config.json",
                "{\"chat_template\": [{\"name\": \"a\", \"template\": \"x\"},\n {\"name\": \"a\", \"template\": \"y\"}]}");
        assertTrue(refusal().contains("two templates with the name \"a\""), refusal());
        write("tokenizer_config.json", "[\"chat_template\"]");
        assertTrue(refusal().contains("expected a JSON object in braces, found array"), refusal());
        write("tokenizer_config.json", "{\"chat_template\": \"x\",\n \"chat_template\": \"y\"}");
        assertTrue(refusal().contains("tokenizer_config.json:2:"), refusal());
        write("tokenizer_config.json", "{\"chat_template\": \"x\", \"eos_token\": [\"</s>\"]}");
        assertTrue(refusal().contains("\"eos_token\" has to be a token"), refusal());
    }

    /** Nothing large is read into memory, and every refusal names the file. */
    @Test
    void onlySmallTextsAreRead() throws IOException {
        for (String name : List.of("tokenizer_config.json", "chat_template.jinja")) {
            Path file = folder.resolve(name);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(40L << 30);
            }
            assertTrue(
                    refusal().contains(name + ": 42,949,672,960 bytes are too large"), refusal());
            Files.delete(file);
        }
        Files.write(folder.resolve("chat_template.jinja"), new byte[] {'a', '\n', (byte) 0xe9});
        assertTrue(refusal().contains("chat_template.jinja: the text is not UTF-8: byte 2 "));
        Files.delete(folder.resolve("chat_template.jinja"));
        Files.createDirectory(folder.resolve("chat_template.jinja"));
        assertTrue(refusal().contains("chat_template.jinja is not a file"));
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(UserException.class, () -> ChatTemplate.open(folder)).getMessage());
    }
}
