package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyOutputsTest {

    @TempDir Path folder;

    @Test
    void everyNotebookBeginsWithoutOutputsAndOtherwiseAsItIs() throws IOException {
        List<Path> notebooks;
        try (Stream<Path> files = Files.list(Home.locate().notebooks())) {
            notebooks = files.filter(file -> file.toString().endsWith(".ipynb")).toList();
        }
        assertTrue(notebooks.size() > 40);
        for (Path file : notebooks) {
            JsonNode before = Json.read(file);
            JsonNode after =
                    Json.readText(
                            "copy", new String(EmptyOutputs.of(file), StandardCharsets.UTF_8));
            assertEquals(before.path("metadata"), after.path("metadata"));
            for (int i = 0; i < before.path("cells").size(); i++) {
                JsonNode cell = after.path("cells").path(i);
                assertEquals(before.path("cells").path(i).path("source"), cell.path("source"));
                assertEquals(0, cell.path("outputs").size());
                assertTrue(cell.path("execution_count").asText("null").equals("null"));
            }
        }
    }

    @Test
    void whatIsNoNotebookStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("x.ipynb"), "{ not JSON");
        assertArrayEquals(Files.readAllBytes(file), EmptyOutputs.of(file));
    }
}
