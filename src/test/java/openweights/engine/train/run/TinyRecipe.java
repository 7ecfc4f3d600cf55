package openweights.engine.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.engine.train.Corpus;

/** A recipe of a few seconds, for whatever version the corpus's generator has now. */
final class TinyRecipe {

    private static final Path FILE = Path.of("src/test/resources/train/tiny.json");

    private TinyRecipe() {}

    /** Writes it to a new temporary file. */
    static Path file() {
        try {
            return Files.writeString(Files.createTempFile("tiny", ".json"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text() throws IOException {
        int version = Corpus.of("whereabouts", 1).version();
        return Files.readString(FILE).replaceFirst("\"version\": \\d+", "\"version\": " + version);
    }
}
