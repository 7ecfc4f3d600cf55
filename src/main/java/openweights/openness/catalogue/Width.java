package openweights.openness.catalogue;

import java.util.Locale;
import openweights.engine.block.BlockType;
import openweights.engine.math.kernel.TileLayout;

/** The number of bits per weight of a matrix; the few other weights take 32. */
public enum Width {
    FLOAT32(32),
    BFLOAT16(16),
    /** Blocks of Q8_0, as the engine holds them in memory. */
    INT8(TileLayout.of(BlockType.Q8_0).bitsPerWeight()),
    /** Blocks of Q4_0, likewise. */
    INT4(TileLayout.of(BlockType.Q4_0).bitsPerWeight());

    private final double bits;

    Width(double bits) {
        this.bits = bits;
    }

    double bytes(double weights) {
        return weights * bits / Byte.SIZE;
    }

    /** Whether weights are quantized while they are loaded, so that they lie on the heap. */
    boolean quantized() {
        return this == INT8 || this == INT4;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
