package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

    @TempDir private static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path model;

    private int course(String... arguments) {
        CommandLine course = Main.commandLine();
        course.setOut(new PrintWriter(out));
        course.setErr(new PrintWriter(err));
        return course.execute(arguments);
    }

    /** A model after a few steps of training: it knows next to nothing. */
    @BeforeEach
    void train() {
        model = folder.resolve("tiny");
        if (!Files.exists(model)) {
            assertEquals(
                    0,
                    course("train", "src/test/resources/train/tiny.json", "--out", "" + model),
                    err::toString);
        }
    }

    @Test
    void measuresTheSameModelTheSame() throws IOException {
        assertEquals(0, course("evaluate", "" + model, "--quick", "--json"), err::toString);
        String first = out.toString();
        JsonNode json = new ObjectMapper().readTree(first);
        assertTrue(json.at("/cross_entropy/excess").asDouble() > 0.5, first);
        assertTrue(
                json.at("/cross_entropy/low").asDouble()
                        < json.at("/cross_entropy/high").asDouble());
        assertEquals(100, json.at("/right_answers/all/of").asInt());
        assertEquals(0, json.at("/samples_at_temperature_1/obey_the_grammar/hits").asInt());
        assertEquals(0.8, json.at("/samples_with_usual_settings/settings/temperature").asDouble());
        assertTrue(json.at("/impossible_mass/per_token").asDouble() > 0.1, first);
        out.getBuffer().setLength(0);
        assertEquals(0, course("evaluate", "" + model, "--quick", "--json"));
        assertEquals(first, out.toString());
    }

    @Test
    void doesNotCallAStoryNewIfItIsNotKnownWhatWasTrainedOn() throws IOException {
        Path bare = Files.createDirectory(folder.resolve("bare"));
        for (String name : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            Files.copy(model.resolve(name), bare.resolve(name));
        }
        assertEquals(0, course("evaluate", "" + bare, "--quick"), err::toString);
        assertTrue(out.toString().contains("not known: no recipe.json says"), out.toString());
        assertTrue(out.toString().contains("with temperature 0.8\n"), out.toString());
    }

    @Test
    void refusesAModelOfOtherStories() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        for (String name : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            Files.copy(model.resolve(name), other.resolve(name));
        }
        String recipe = Files.readString(model.resolve("recipe.json"));
        Files.writeString(
                other.resolve("recipe.json"),
                recipe.replaceFirst("\"version\"\\s*:\\s*\\d+", "\"version\": 999"));
        assertEquals(2, course("evaluate", "" + other, "--quick"));
        assertTrue(
                err.toString()
                        .contains(
                                "the model learned \"whereabouts\", version 999, but the generator here writes version"),
                err.toString());
    }
}
