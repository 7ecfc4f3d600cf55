package openweights.engine.model;

import java.io.IOException;
import java.nio.file.Path;
import openweights.engine.view.TensorSource;
import openweights.engine.weights.Checkpoint;

/** A folder with config.json and safetensors. */
final class ModelFolder implements ModelFiles {

    private final Config config;
    private final TensorSource tensors;

    ModelFolder(Path folder) throws IOException {
        this.config = Config.read(folder);
        this.tensors = TensorSource.of(Checkpoint.open(folder));
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
