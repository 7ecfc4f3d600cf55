package openweights.engine.quantize;

import java.util.Arrays;
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
     * The type that the options {@code --bits} and {@code --type} ask for; without either the usual
     * one of 4 bits.
     *
     * @throws UserException if there is no such type, or one option contradicts the other
     */
    public static BlockType type(@Nullable Integer bits, @Nullable String name) {
        BlockType usual = bits == null ? INT4.type : usual(bits);
        if (name == null) {
            return usual;
        }
        BlockType named = BlockType.named(name);
        if (named == null || !named.canEncode()) {
            throw new UserException("--type=" + name + ": use q8_0, q6_k, q4_k, q4_0, or mxfp4.");
        }
        int has = (int) named.bitsPerWeight(); // Scales add less than one.
        if (bits != null && bits != has) {
            throw new UserException(
                    "--bits=%d contradicts --type=%s, whose weights have %d bits. Give one of the two options."
                            .formatted(bits, name, has));
        }
        return named;
    }

    private static BlockType usual(int bits) {
        return Arrays.stream(values())
                .filter(each -> each.bits == bits)
                .findFirst()
                .orElseThrow(() -> new UserException("--bits=" + bits + ": use 8 or 4."))
                .type;
    }

    /** How the blocks of 32 weights are stored. */
    public BlockType type() {
        return type;
    }
}
