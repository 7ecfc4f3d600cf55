package openweights.engine.quantize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import openweights.base.UserException;
import openweights.engine.block.BlockType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitsTest {

    @ParameterizedTest
    @CsvSource({
        ", , Q4_0",
        "4, , Q4_0",
        "8, , Q8_0",
        ", q8_0, Q8_0",
        ", q6_k, Q6_K",
        "4, q4_k, Q4_K",
        "4, mxfp4, MXFP4",
        "8, q8_0, Q8_0",
    })
    void findsTheType(Integer bits, String name, BlockType expected) {
        assertEquals(expected, Bits.type(bits, name));
    }

    @ParameterizedTest
    @CsvSource({"8, q4_0, 4", "8, q4_k, 4", "8, mxfp4, 4", "4, q8_0, 8", "8, q6_k, 6"})
    void refusesOptionsThatContradictEachOther(Integer bits, String name, int has) {
        assertEquals(
                "--bits=%d contradicts --type=%s, whose weights have %d bits. Give one of the two options."
                        .formatted(bits, name, has),
                refusal(bits, name));
    }

    @Test
    void refusesWhatThereIsNot() {
        assertEquals("--bits=3: use 8 or 4.", refusal(3, null));
        assertEquals("--bits=3: use 8 or 4.", refusal(3, "q4_0"));
        assertEquals("--type=q9: use q8_0, q6_k, q4_k, q4_0, or mxfp4.", refusal(null, "q9"));
        assertEquals("--type=q5_k: use q8_0, q6_k, q4_k, q4_0, or mxfp4.", refusal(4, "q5_k"));
    }

    private static String refusal(Integer bits, String name) {
        return assertThrows(UserException.class, () -> Bits.type(bits, name)).getMessage();
    }
}
