package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;
import openweights.engine.train.recipe.Recipe;

/** Where a run keeps what. */
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
        return path.resolve("checkpoints").resolve("step-%06d.safetensors".formatted(step));
    }

    /** What was measured, a line every few steps. */
    public Path log() {
        return path.resolve("log.csv");
    }

    /** From where the run goes on if it is interrupted. */
    public Path state() {
        return path.resolve("state.safetensors");
    }

    /** The hashes; written last, so that it tells a finished run. */
    public Path record() {
        return path.resolve("run.json");
    }

    public boolean isFinished() {
        return Files.exists(record());
    }

    /**
     * Makes sure that a recipe may be followed here.
     *
     * @throws RunException if the folder holds a finished run, another recipe's, or other files
     */
    void requireFor(Recipe recipe, byte[] recipeBytes) throws IOException {
        if (isFinished()) {
            throw new RunException(
                    path
                            + ": holds a finished run, which is never overwritten. Give the run another folder with --out, or delete this one first.");
        }
        if (!Files.exists(recipe()) && Files.exists(path) && !isEmpty()) {
            throw new RunException(
                    path + ": holds files, but no run. Give the run a new folder with --out.");
        }
        if (Files.exists(recipe()) && !Arrays.equals(Files.readAllBytes(recipe()), recipeBytes)) {
            throw new RunException(
                    path
                            + ": holds an unfinished run of another recipe (or an older text of \""
                            + recipe.name()
                            + "\"). Give the run another folder with --out, or delete this one first.");
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** Writes a file whole, or leaves what was there; the same bytes again change nothing. */
    static void write(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
