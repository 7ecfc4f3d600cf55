package openweights.engine.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import openweights.engine.weights.DType;
import openweights.engine.weights.StoredTensor;
import openweights.engine.weights.Widening;

/**
 * Numbers in MXFP4 that two tensors hold: {@code _blocks} with two numbers in each byte, and {@code
 * _scales} with an exponent for each 32 numbers. So gpt-oss is published. Here each block has its
 * exponent in front, and its numbers in ggml's order.
 *
 * @param blocks [..., columns / 32, 16]
 * @param scales [..., columns / 32]
 */
record PackedMxfp4(String name, StoredTensor blocks, StoredTensor scales) implements TensorView {

    static final String BLOCKS = "_blocks";
    static final String SCALES = "_scales";

    private static final int HALF = 16;

    /** Whether two tensors belong together so. */
    static boolean fits(StoredTensor blocks, StoredTensor scales) {
        List<Long> expected =
                Stream.concat(scales.info().shape().stream(), Stream.of((long) HALF)).toList();
        return blocks.dtype() == DType.U8
                && scales.dtype() == DType.U8
                && expected.size() > 2
                && blocks.info().shape().equals(expected);
    }

    @Override
    public List<Long> shape() {
        List<Long> groups = scales.info().shape();
        int last = groups.size() - 1;
        return Stream.concat(
                        groups.subList(0, last).stream(), Stream.of(groups.get(last) * 2 * HALF))
                .toList();
    }

    @Override
    public DType dtype() {
        return DType.MXFP4;
    }

    @Override
    public float[] floats(long first, int count) {
        int unit = dtype().unit();
        long from = first / unit * unit;
        long to = (first + count + unit - 1) / unit * unit;
        ByteBuffer bytes = bytes(dtype().bytes(from), (int) dtype().bytes(to - from));
        float[] numbers = new float[count];
        System.arraycopy(Widening.floats(dtype(), bytes), (int) (first - from), numbers, 0, count);
        return numbers;
    }

    @Override
    public ByteBuffer bytes(long offset, int count) {
        Objects.checkFromIndexSize(offset, count, byteSize());
        int size = 1 + HALF;
        long from = offset / size;
        int groups = (int) ((offset + count + size - 1) / size - from);
        ByteBuffer exponents = scales.bytes(from, groups);
        ByteBuffer pairs = blocks.bytes(from * HALF, groups * HALF);
        ByteBuffer out = ByteBuffer.allocate(groups * size).order(ByteOrder.LITTLE_ENDIAN);
        for (int g = 0; g < groups; g++) {
            out.put(exponents.get(g));
            for (int i = 0; i < HALF; i++) {
                out.put((byte) (number(pairs, g, i) | (number(pairs, g, i + HALF) << 4)));
            }
        }
        return out.slice((int) (offset - from * size), count).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Four bits: of adjacent numbers, the first is in a byte's lower half. */
    private static int number(ByteBuffer pairs, int group, int i) {
        return (pairs.get(group * HALF + i / 2) >> (i % 2 * 4)) & 15;
    }

    @Override
    public String origin() {
        return StoredView.of(name, blocks).origin();
    }
}
