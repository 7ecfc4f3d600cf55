package openweights.engine.model;

import java.util.Optional;
import openweights.engine.block.BlockType;
import openweights.engine.math.Format;
import openweights.engine.weights.DType;
import org.jspecify.annotations.Nullable;

/** The number format of matrices in memory. Norms and biases are always float32. */
public enum Precision {
    /** As in the file: numbers of 16 bits stay as they are; all other floats become float32. */
    STORED("stored"),
    FLOAT32("float32"),
    /** The upper half of a float32, rounded: half the memory. */
    BFLOAT16("bfloat16"),
    /** Blocks of type {@link BlockType#Q8_0}: about a quarter of the memory. */
    INT8("int8", BlockType.Q8_0),

    /** Blocks of type {@link BlockType#Q4_0}: about a sixth of the memory. */
    INT4("int4", BlockType.Q4_0);

    private final String title;
    private final @Nullable BlockType blocks;

    Precision(String title) {
        this.title = title;
        this.blocks = null;
    }

    Precision(String title, BlockType blocks) {
        this.title = title;
        this.blocks = blocks;
    }

    /** The blocks to which weights are rounded while they are loaded; empty if they are not. */
    public Optional<BlockType> blocks() {
        return Optional.ofNullable(blocks);
    }

    /** The format of single weights, which blocks are made from if there are any. */
    Format format(DType stored) {
        return switch (this) {
            case FLOAT32 -> Format.F32;
            case BFLOAT16 -> Format.BF16;
            case STORED, INT8, INT4 ->
                    switch (stored) {
                        case BF16 -> Format.BF16;
                        case F16 -> Format.F16;
                        default -> Format.F32;
                    };
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
