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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {

    private static final String MODELS = "src/test/resources/models";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();

    private int course(String... arguments) {
        CommandLine course = Main.commandLine();
        course.setOut(new PrintWriter(out));
        return course.execute(arguments);
    }

    @Test
    void listsModelsAndTheMemoryTheyNeed() {
        assertEquals(0, course("models", MODELS));
        assertTrue(
                out.toString()
                        .contains(
                                "llama-tied-bf16      llama                 5,424  10.6 KiB  21.2 KiB  11.2 KiB   6.8 KiB   4.3 KiB   8.0 KiB  yes"),
                out.toString());
    }

    @Test
    void listsThemAsJson() throws IOException {
        assertEquals(0, course("models", MODELS + "/mistral", "--json", "--tokens", "3"));
        JsonNode card = new ObjectMapper().readTree(out.toString()).get(0);
        assertEquals(5968, card.get("parameters").asInt());
        assertEquals(2 * 2 * 12 * 3 * 4, card.get("cache").asInt());
        assertEquals(4 * 5968, card.get("memory").get("float32").asInt());
    }

    @Test
    void showsWhatIsWrongWithAModel() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"eliza\"}");
        assertEquals(1, course("models", folder.toString()));
        assertTrue(
                out.toString()
                        .contains(
                                "a model of the family \"eliza\", which the engine cannot compute yet."));
    }

    @Test
    void saysWhereItSearched() {
        assertEquals(0, course("models", folder.toString()));
        assertTrue(out.toString().startsWith("There is no model in " + folder + ". A model is"));
        assertEquals(2, course("models", folder.resolve("nowhere").toString()));
    }
}
