package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import openweights.base.AtomicFile;
import openweights.engine.train.recipe.Recipe;

/** The files of a run. */
public record RunFolder(Path path) {

    public Path recipe() {
        return path.resolve("recipe.json");
    }

    public Path tokenizer() {
        return path.resolve("tokenizer.json");
    }

    public Path config() {
        return path.resolve("config.json");
    }

    public Path generationConfig() {
        return path.resolve("generation_config.json");
    }

    /** The finished weights. */
    public Path model() {
        return path.resolve("model.safetensors");
    }

    /** The weights after a step. */
    public Path checkpoint(int step) {
        return path.resolve("checkpoints")
                .resolve(String.format(Locale.ROOT, "step-%06d.safetensors", step));
    }

    /** The training log, a line every few steps. */
    public Path log() {
        return path.resolve("log.csv");
    }

    /** The state that an interrupted run resumes from. */
    public Path state() {
        return path.resolve("state.safetensors");
    }

    /** The hashes of the run; written last, so that it marks a finished run. */
    public Path record() {
        return path.resolve("run.json");
    }

    public boolean isFinished() {
        return Files.exists(record());
    }

    /**
     * Checks that a recipe may be run here.
     *
     * @throws RunException if the folder has a finished run, another recipe's, or other files
     */
    void requireFor(Recipe recipe, byte[] recipeBytes) throws IOException {
        if (isFinished()) {
            throw new RunException(
                    path
                            + ": contains a finished run, which is never overwritten. Choose another folder with --out, or delete this one first.");
        }
        if (!Files.exists(recipe()) && Files.exists(path) && !isEmpty()) {
            throw new RunException(
                    path + ": contains files but no run. Choose a new folder with --out.");
        }
        if (Files.exists(recipe()) && !Arrays.equals(Files.readAllBytes(recipe()), recipeBytes)) {
            throw new RunException(
                    path
                            + ": contains an unfinished run of another recipe (or of an older text of \""
                            + recipe.name()
                            + "\"). Choose another folder with --out, or delete this one first.");
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** Replaces a file; the same bytes again leave it untouched. */
    static void write(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, bytes);
    }
}
