package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Json;
import openweights.base.SelfProcess;
import openweights.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {

    private static final Path STORIES = Path.of("src/test/resources/models/stories260K");

    @TempDir private Path folder;

    private Path model() throws IOException {
        Path model = SmallModels.bare(STORIES, folder.resolve("model"));
        Files.writeString(
                model.resolve("chat_template.jinja"),
                "{% for m in messages %}{{ m.content }} . {% endfor %}{{ start | default('Once') }}");
        return model;
    }

    private static Said chat(String input, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return Said.course(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void answersEachLine() throws IOException {
        Path model = model();
        String input = "A cat\n\nA dog\n/reset\nA cat\n/exit\nnever\n";
        Said said = chat(input, "chat", model, "--json", "-n", "8", "--temperature", "0");
        assertEquals(0, said.status(), said.err());
        List<JsonNode> answers =
                said.out().lines().map(line -> Json.readText("answer", line)).toList();
        assertEquals(3, answers.size());
        assertEquals("length", answers.get(0).get("end").asText());
        assertTrue(
                answers.get(1).get("prompt_tokens").asInt()
                        > answers.get(0).get("prompt_tokens").asInt());
        assertEquals(answers.get(0), answers.get(2));
        Said plain = chat("A cat\n", "chat", model, "-n", "8", "--temperature", "0");
        assertEquals(answers.get(0).get("text").asText(), plain.out().strip());
        assertTrue(
                plain.err().contains("(ended after 8 tokens; --tokens allows more)"), plain.err());
    }

    @Test
    void tellsTheTemplateWhatItIsTold() throws IOException {
        Path model = model();
        Files.writeString(
                model.resolve("chat_template.jinja"),
                "{{ raise_exception(messages[0].role ~ a ~ b) }}");
        Said said =
                chat(
                        "x\n",
                        "chat",
                        model,
                        "--system",
                        "s",
                        "--variable",
                        "a=false",
                        "--variable",
                        "b=low");
        assertEquals(2, said.status());
        assertTrue(said.err().contains("chat template, line 1: systemFalselow"), said.err());
    }

    @Test
    void refusesABaseModel() {
        Said said = chat("x\n", "chat", STORIES);
        assertEquals(2, said.status());
        assertTrue(said.err().contains("it is a base model"), said.err());
    }

    @Test
    void aMessageThatDoesNotFitEndsAScript() throws IOException {
        Said said = chat("cat ".repeat(600) + "\nnext\n", "chat", model());
        assertEquals(2, said.status());
        assertTrue(said.err().contains("the model's context is 512"), said.err());
        assertEquals("", said.out());
    }

    /** Ctrl-C between two answers; {@code ChatTest} stops one. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "kill sends no SIGINT there")
    void ctrlCEndsTheProgramAtThePrompt() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (OS.current() == OS.LINUX) {
            // A shell's background jobs, and all that they start, ignore the signal.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(SelfProcess.command(List.of("chat", model().toString(), "-n", "4")));
        Process process = new ProcessBuilder(command).redirectError(new File("/dev/null")).start();
        try (BufferedReader answers =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                var messages = process.outputWriter(StandardCharsets.UTF_8)) {
            messages.write("A cat\n");
            messages.flush();
            assertNotNull(answers.readLine());
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assertEquals(130, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }
}
