package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.Json;
import org.junit.jupiter.api.Test;

class EmptyOutputsTest {

    @Test
    void everyNotebookBeginsWithoutOutputsAndOtherwiseAsItIs() throws IOException {
        List<Path> notebooks;
        try (Stream<Path> files = Files.list(Home.locate().notebooks())) {
            notebooks = files.filter(file -> file.toString().endsWith(".ipynb")).toList();
        }
        assertTrue(notebooks.size() > 40);
        for (Path file : notebooks) {
            JsonNode before = Json.read(file);
            String copy = EmptyOutputs.of("copy", Files.readString(file));
            JsonNode after = Json.readText("copy", copy);
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
    void whatIsNoNotebookStaysAsItIs() {
        assertEquals("{ not JSON", EmptyOutputs.of("x.ipynb", "{ not JSON"));
    }
}
