package openweights.engine.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import openweights.base.Json;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.architecture.Architecture;
import openweights.engine.model.config.ModelException;
import openweights.engine.view.TensorSource;

/** A GGUF file: what it says is translated into the terms of config.json. */
final class GgufFile implements ModelFiles {

    private final Config config;
    private final TensorSource tensors;

    GgufFile(Path file) throws IOException {
        Architecture architecture = Architecture.of(Gguf.open(file));
        this.config = config(file, architecture);
        this.tensors = architecture.tensors();
    }

    static Config config(Path file) {
        try {
            return config(file, Architecture.of(Gguf.open(file)));
        } catch (NoSuchFileException e) {
            throw new ModelException(file + ": there is no such file.", e);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static Config config(Path file, Architecture architecture) {
        try {
            return Config.parse(file.toString(), Json.pretty(architecture.config()));
        } catch (ModelException e) {
            String problem = String.valueOf(e.getMessage()).replaceFirst("^config\\.json: ", "");
            String place = problem.startsWith(file.toString()) ? "" : file + ": ";
            throw new ModelException(place + problem, e);
        }
    }

    @Override
    public Config config() {
        return config;
    }

    @Override
    public TensorSource tensors() {
        return tensors;
    }
}
