package openweights.engine.model;

import java.io.IOException;
import java.nio.file.Path;
import openweights.engine.gguf.Gguf;
import openweights.engine.view.TensorSource;

/** Where a model's configuration and tensors are: in a folder, or in a GGUF file. */
public interface ModelFiles {

    /**
     * The files of a model; its headers are read, and no weights.
     *
     * @param path a folder with config.json and safetensors, or a {@code .gguf} file
     * @throws openweights.engine.weights.WeightsException if a file breaks a rule of its format
     */
    static ModelFiles of(Path path) throws IOException {
        return Gguf.names(path) ? new GgufFile(path) : new ModelFolder(path);
    }

    /** The family, its sizes, and the special tokens. */
    Config config();

    /** The tensors, under their names on the Hugging Face hub. */
    TensorSource tensors();
}
