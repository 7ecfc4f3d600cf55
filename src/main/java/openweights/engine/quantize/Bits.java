package openweights.engine.quantize;

import java.util.Optional;
import openweights.base.UserException;
import openweights.engine.block.BlockType;
import org.jspecify.annotations.Nullable;

/** The usual formats of 8 and of 4 bits: integers times a scale that 32 adjacent weights share. */
public enum Bits {
    /** From -127 to 127; 8.5 bits per weight, scales included. */
    INT8(8, BlockType.Q8_0),

    /** From -8 to 7; 4.5 bits per weight, scales included. */
    INT4(4, BlockType.Q4_0);

    private final int bits;
    private final BlockType type;

    Bits(int bits, BlockType type) {
        this.bits = bits;
        this.type = type;
    }

    /**
     * The format with so many bits per integer.
     *
     * @throws UserException if there is none
     */
    public static Bits of(int bits) {
        for (Bits each : values()) {
            if (each.bits == bits) {
                return each;
            }
        }
        throw new UserException("There is no format of " + bits + " bits. Choose 8 or 4.");
    }

    /**
     * The format of this name, or the usual one of so many bits if there is no name; empty if
     * nothing of that name can be written.
     */
    public static Optional<BlockType> type(int bits, @Nullable String name) {
        return name == null
                ? Optional.of(of(bits).type())
                : Optional.ofNullable(BlockType.named(name)).filter(BlockType::canEncode);
    }

    /** How the blocks of 32 weights are stored. */
    public BlockType type() {
        return type;
    }
}
