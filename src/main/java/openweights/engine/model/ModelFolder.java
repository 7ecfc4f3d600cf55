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
import openweights.engine.view.StoredView;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.view.Transposed;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.StoredTensor;
import org.jspecify.annotations.Nullable;

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
                checkpoint.tensors().stream()
                        .map(tensor -> view(tensor, blocks.get(tensor.name())))
                        .toList();
        return new TensorSource(checkpoint.path(), views, checkpoint::requireUnchanged);
    }

    private static TensorView view(StoredTensor tensor, QuantizedTensors.@Nullable Entry blocks) {
        if (blocks == null) {
            return StoredView.of(tensor.name(), tensor);
        }
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
