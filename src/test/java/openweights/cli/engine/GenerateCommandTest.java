package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import openweights.cli.Main;
import openweights.cli.Said;
import openweights.engine.inspect.PromptNotes;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GenerateCommandTest {

    private static final String MODEL = "src/test/resources/models/llama";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int course(String... arguments) {
        CommandLine course = Main.commandLine();
        course.setOut(new PrintWriter(out));
        course.setErr(new PrintWriter(err));
        return course.execute(arguments);
    }

    @Test
    void refusesDraftTokensWithoutADraft() {
        Said said = Said.course("generate", "sprout", "Anna", "--draft-tokens", "2");
        assertEquals(2, said.status());
        assertTrue(
                said.err().contains("Missing required argument(s): --draft=SMALLER"), said.err());
        assertEquals("", said.out());
    }

    @Test
    void printsTheTextAndThenTheSpeed() {
        assertEquals(0, course("generate", MODEL, "hello", "-n", "6"));
        assertTrue(out.toString().endsWith(System.lineSeparator()), out.toString());
        assertTrue(
                err.toString()
                        .matches(
                                "(?s)prompt: 4 tokens in [0-9.]+ s; then \\d tokens in .* tokens/s\n.* thread.*"),
                err.toString());
        assertFalse(err.toString().contains(" 0.0 GB/s"), err.toString());
    }

    @Test
    void printsTheSameAsJson() throws IOException {
        course("generate", MODEL, "hello", "-n", "6", "--seed", "5", "--dtype", "int8");
        String text = out.toString().stripTrailing();
        out.getBuffer().setLength(0);
        course("generate", MODEL, "hello", "-n", "6", "--seed", "5", "--dtype", "int8", "--json");
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(text, json.get("text").asText().stripTrailing());
        assertEquals(4, json.get("prompt").size());
        assertTrue(json.get("speed").get("bytes_per_token").asLong() > 6736);
    }

    @Test
    void reportsErrorsInOneLine() {
        assertEquals(2, course("generate", MODEL, "hello", "--top-k", "-2"));
        assertEquals("course generate: top-k is -2; give 1 or more.\n", err.toString());
        err.getBuffer().setLength(0);
        assertEquals(2, course("generate", MODEL, "x".repeat(200)));
        assertTrue(err.toString().startsWith("course generate: The prompt has 200 tokens, but"));
    }

    @Test
    void saysWhenThePromptHasWordsThatTheModelCannotKnow() {
        course("generate", "lessons/models/seedling", "Once Anna was in the hall", "-n", "3");
        String said = err.toString();
        assertTrue(said.contains("has only pieces of \"Once\": "), said);
        assertTrue(said.contains("It was trained on texts like this one: "), said);
        err.getBuffer().setLength(0);
        course("generate", "lessons/models/seedling-weights", "Zorro", "-n", "3");
        assertTrue(err.toString().contains("Without a prompt, it begins a text"), err.toString());
        err.getBuffer().setLength(0);
        course("generate", "lessons/models/seedling", "Anna was in the hall", "-n", "3");
        assertTrue(err.toString().startsWith("prompt: "), err.toString());
    }

    @Test
    void saysWhenTheTextHasBrokenCharacters() {
        assertTrue(PromptNotes.ofResult("a", "b\ufffd").isPresent());
        assertTrue(PromptNotes.ofResult("a\ufffd", "b\ufffd").isEmpty());
    }

    @Test
    void refusesWrongUse() {
        assertEquals(2, course("generate", "no-such-model", "hello"));
        assertTrue(err.toString().contains("\"no-such-model\" is neither a folder nor a file"));
        assertEquals(2, course("generate", MODEL, "hello", "--dtype", "int3"));
    }
}
