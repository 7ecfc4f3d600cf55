package openweights.engine.view;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.StoredTensor;

/**
 * The tensors of a checkpoint. Where two of them are one tensor in fewer bits, they become that
 * tensor, under the name and with the shape that it has in full precision.
 */
final class CheckpointViews {

    private CheckpointViews() {}

    static List<TensorView> of(Checkpoint checkpoint) {
        List<TensorView> views = new ArrayList<>();
        for (StoredTensor tensor : checkpoint.tensors()) {
            if (!isScale(tensor, checkpoint)) {
                views.add(view(tensor, checkpoint));
            }
        }
        return views;
    }

    private static TensorView view(StoredTensor tensor, Checkpoint checkpoint) {
        String name = tensor.name();
        String scale = name + BlockScaled.SUFFIX;
        if (checkpoint.contains(scale) && BlockScaled.fits(tensor, checkpoint.tensor(scale))) {
            return new BlockScaled(tensor, checkpoint.tensor(scale));
        }
        if (name.endsWith(PackedMxfp4.BLOCKS)) {
            String stem = stem(name, PackedMxfp4.BLOCKS);
            String exponents = stem + PackedMxfp4.SCALES;
            if (checkpoint.contains(exponents)
                    && PackedMxfp4.fits(tensor, checkpoint.tensor(exponents))) {
                // Families expect these matrices with inputs before outputs.
                return new Transposed(new PackedMxfp4(stem, tensor, checkpoint.tensor(exponents)));
            }
        }
        return StoredView.of(name, tensor);
    }

    private static boolean isScale(StoredTensor tensor, Checkpoint checkpoint) {
        String name = tensor.name();
        if (name.endsWith(BlockScaled.SUFFIX)) {
            String scaled = stem(name, BlockScaled.SUFFIX);
            return checkpoint.contains(scaled)
                    && BlockScaled.fits(checkpoint.tensor(scaled), tensor);
        }
        if (name.endsWith(PackedMxfp4.SCALES)) {
            String blocks = stem(name, PackedMxfp4.SCALES) + PackedMxfp4.BLOCKS;
            return checkpoint.contains(blocks)
                    && PackedMxfp4.fits(checkpoint.tensor(blocks), tensor);
        }
        return false;
    }

    private static String stem(String name, String suffix) {
        return name.substring(0, name.length() - suffix.length());
    }
}
