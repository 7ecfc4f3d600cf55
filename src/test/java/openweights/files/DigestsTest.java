package openweights.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestsTest {

    /** From FIPS 180-2, appendix B.1. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void knowsTheStandardsExample() {
        assertEquals(ABC, Digests.sha256("abc"));
        assertEquals(ABC, Digests.sha256("abc".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void readsTextAsUtf8() {
        byte[] bytes = {(byte) 0xc3, (byte) 0xa9};
        assertEquals(Digests.sha256(bytes), Digests.sha256("é"));
    }
}
