package openweights.engine.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import openweights.engine.gguf.Gguf;
import openweights.engine.view.TensorSource;

/** Where a model's configuration and tensors are: in a folder, or in a GGUF file. */
public interface ModelFiles {

    /**
     * The files of a model; its headers are read, and no weights.
     *
     * @param path a folder with config.json and safetensors, a {@code .gguf} file, or a folder with
     *     one
     * @throws openweights.engine.weights.WeightsException if a file breaks a rule of its format
     */
    static ModelFiles of(Path path) throws IOException {
        Optional<Path> gguf = Gguf.at(path);
        return gguf.isPresent() ? new GgufFile(gguf.get()) : new ModelFolder(path);
    }

    /** The family, its sizes, and the special tokens. */
    Config config();

    /** The tensors, under their names on the Hugging Face hub. */
    TensorSource tensors();
}
