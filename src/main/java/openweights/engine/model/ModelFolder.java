package openweights.engine.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.engine.block.BlockType;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.config.QuantizedTensors;
import openweights.engine.view.BlockView;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.view.Transposed;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.StoredTensor;

/** A folder with config.json and safetensors. */
final class ModelFolder implements ModelFiles {

    private final Config config;
    private final TensorSource tensors;

    ModelFolder(Path folder) throws IOException {
        this.config = Config.read(folder);
        this.tensors = tensors(folder);
    }

    private static TensorSource tensors(Path folder) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(folder);
        Map<String, QuantizedTensors.Entry> blocks = QuantizedTensors.read(folder);
        List<TensorView> views =
                TensorSource.of(checkpoint).tensors().stream()
                        .map(
                                view ->
                                        blocks.containsKey(view.name())
                                                ? inBlocks(
                                                        checkpoint.tensor(view.name()),
                                                        blocks.get(view.name()))
                                                : view)
                        .toList();
        return new TensorSource(checkpoint.path(), views, checkpoint::requireUnchanged);
    }

    private static TensorView inBlocks(StoredTensor tensor, QuantizedTensors.Entry blocks) {
        BlockType type = Objects.requireNonNull(BlockType.named(blocks.type()));
        BlockView view = new BlockView(tensor.name(), blocks.shape(), type, tensor);
        if (view.byteSize() != tensor.byteSize()) {
            throw new ModelException(
                    "%s: %s has %d bytes, but %s weights in blocks of type %s take %d. The file and config.json belong to different models; quantize the model again."
                            .formatted(
                                    tensor.file(),
                                    tensor.name(),
                                    tensor.byteSize(),
                                    blocks.shape(),
                                    type,
                                    view.byteSize()));
        }
        return blocks.transposed() ? new Transposed(view) : view;
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
