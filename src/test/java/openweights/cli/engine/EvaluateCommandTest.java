package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.cli.Main;
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

    /** A model after a few training steps, which knows next to nothing. */
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
    void repeatedMeasurementsAreEqual() throws IOException {
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
    void reportsNoCopiesIfTheTrainingStoriesAreUnknown() throws IOException {
        Path bare = Files.createDirectory(folder.resolve("bare"));
        for (String name : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            Files.copy(model.resolve(name), bare.resolve(name));
        }
        assertEquals(0, course("evaluate", "" + bare, "--quick"), err::toString);
        assertTrue(out.toString().contains("unknown: no recipe.json says"), out.toString());
        assertTrue(out.toString().contains("with temperature 0.8\n"), out.toString());
    }

    @Test
    void refusesAModelOfAnotherVersionOfTheStories() throws IOException {
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
                                "the model was trained on \"whereabouts\", version 999, but this course generates version"),
                err.toString());
    }

    @Test
    void refusesInvalidSettingsBeforeMeasuring() {
        assertEquals(2, course("evaluate", "" + model, "--temperature", "-1"));
        assertEquals(
                "course evaluate: temperature is -1.0; give a number above 0."
                        + System.lineSeparator(),
                err.toString());
        assertEquals(2, course("evaluate", "" + model, "--top-k", "few"));
        assertTrue(err.toString().contains("Invalid value for option '--top-k'"), "" + err);
        assertEquals("", out.toString());
    }

    @Test
    void reportsWhatIsMissingFromAFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(2, course("evaluate", "" + empty, "--quick"));
        assertTrue(
                err.toString()
                        .startsWith(
                                "course evaluate: "
                                        + empty.resolve("config.json")
                                        + ": there is no such file. A model's folder contains"),
                err.toString());
        Path mute = SmallModels.bare(model, folder.resolve("mute"));
        Files.delete(mute.resolve("tokenizer.json"));
        assertEquals(2, course("evaluate", "" + mute, "--quick"));
        assertTrue(err.toString().contains(mute.resolve("tokenizer.json") + ": there is no"));
        assertEquals(2, course("evaluate", "nowhere"));
        assertTrue(err.toString().contains("\"nowhere\" is neither a folder nor a file here"));
    }

    /**
     * A recipe tells what the model was trained on; without one, both kinds of story are measured.
     */
    @Test
    void measuresEveryKindOfStoryIfThereIsNoRecipe() throws IOException {
        Path bare = SmallModels.bare(model, folder.resolve("unknown"));
        assertEquals(0, course("evaluate", "" + bare, "--quick"), err::toString);
        assertTrue(out.toString().contains("\nAnother kind of story: hunts\n"), "" + out);
        out.getBuffer().setLength(0);
        assertEquals(0, course("evaluate", "" + model, "--quick"), err::toString);
        assertTrue(!out.toString().contains("hunts"), "" + out);
    }

    @Test
    void measuresARunOnTheStoriesOfItsRecipe() throws IOException {
        Path recipe = folder.resolve("hunts.json");
        Files.writeString(
                recipe,
                Files.readString(Path.of("src/test/resources/train/tiny.json"))
                        .replaceFirst(
                                "\"whereabouts\", \"version\": \\d+", "\"hunts\", \"version\": 1"));
        Path run = folder.resolve("hunter");
        assertEquals(0, course("train", "" + recipe, "--out", "" + run), err::toString);
        assertEquals(0, course("evaluate", "" + run, "--quick"), err::toString);
        assertTrue(out.toString().contains("  who took the thing "), "" + out);
    }
}
