package openweights.engine.view;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import openweights.engine.block.BlockType;
import openweights.engine.weights.DType;
import openweights.engine.weights.StoredTensor;

/**
 * A tensor in blocks that a file has as plain bytes.
 *
 * @param shape of the weights; a row takes a whole number of blocks
 * @param stored {@code U8 [rows, bytes of a row]}
 */
public record BlockView(String name, List<Long> shape, BlockType type, StoredTensor stored)
        implements TensorView {

    public BlockView {
        shape = List.copyOf(shape);
    }

    @Override
    public DType dtype() {
        return DType.valueOf(type.name());
    }

    @Override
    public float[] floats(long first, int count) {
        int from = (int) (first % type.weights());
        int blocks = (from + count + type.weights() - 1) / type.weights();
        byte[] bytes = new byte[blocks * type.bytes()];
        bytes(first / type.weights() * type.bytes(), bytes.length).get(bytes);
        float[] weights = new float[blocks * type.weights()];
        type.decode(bytes, 0, blocks, weights, 0);
        float[] numbers = new float[count];
        System.arraycopy(weights, from, numbers, 0, count);
        return numbers;
    }

    @Override
    public ByteBuffer bytes(long offset, int count) {
        return stored.bytes(offset, count);
    }

    @Override
    public Optional<List<ByteBuffer>> mapped() {
        return Optional.of(stored.windows());
    }

    @Override
    public String origin() {
        return stored.file() + ": tensor \"" + name + "\" in blocks of type " + type;
    }
}
