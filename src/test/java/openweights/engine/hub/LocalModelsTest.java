package openweights.engine.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelsTest {

    @TempDir Path home;

    @Test
    void prefersTheReleasedModelIfItWasFetched() throws IOException {
        put("lessons/models/seedling");
        LocalModels.Choice own =
                new LocalModels(new Home(home).modelPlaces()).prefer("gpt2", "seedling");
        assertEquals(home.resolve("lessons/models/seedling"), own.folder());
        assertEquals(
                "This is the course's own seedling. For gpt2, run ./course fetch gpt2 and this cell again.",
                own.toString());
        Files.createDirectories(home.resolve(".course/downloads/gpt2")); // not whole yet
        assertEquals(
                "seedling",
                new LocalModels(new Home(home).modelPlaces()).prefer("gpt2", "seedling").name());
        put(".course/models/gpt2");
        LocalModels.Choice real =
                new LocalModels(new Home(home).modelPlaces()).prefer("gpt2", "seedling");
        assertEquals(home.resolve(".course/models/gpt2"), real.folder());
        assertEquals("This is gpt2.", real.toString());
    }

    @Test
    void saysWhatToDoIfNeitherModelIsHere() {
        UserException refused =
                assertThrows(
                        UserException.class,
                        () ->
                                new LocalModels(new Home(home).modelPlaces())
                                        .prefer("gpt2", "seedling"));
        assertEquals(
                "Neither gpt2 nor seedling is on this machine. Run ./course fetch gpt2.",
                refused.getMessage());
    }

    private void put(String folder) throws IOException {
        Files.createDirectories(home.resolve(folder));
        Files.writeString(home.resolve(folder).resolve("config.json"), "{}");
    }
}
