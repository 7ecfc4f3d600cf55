package openweights.engine.model.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file such as config.json, or says why that is not possible. */
final class ConfigFile {

    private static final long MAX_BYTES = 16 << 20;

    private ConfigFile() {}

    /**
     * The file's bytes.
     *
     * @throws ModelException if it is missing, too large, or not a file
     */
    static byte[] bytes(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) { // a pipe would never end
            throw new ModelException(
                    file + ": is not a regular file. Put the model's own file in its place.");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ModelException(
                        file
                                + ": "
                                + Files.size(file)
                                + " bytes are too large for a configuration file.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ModelException(
                    file
                            + ": there is no such file. A model's folder contains config.json, tokenizer.json, and model.safetensors.",
                    e);
        } catch (IOException e) {
            Path folder = file.getParent();
            if (folder != null && Files.isRegularFile(folder)) {
                throw new ModelException(
                        folder
                                + ": is a file, but not a model. Name the folder that holds it with config.json and tokenizer.json, or a .gguf file.",
                        e);
            }
            throw new ModelException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }
}
