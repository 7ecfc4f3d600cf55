package openweights.engine.token.text;

/** The UTF-8 form of characters, byte by byte. */
public final class Utf8 {

    private Utf8() {}

    /** How many bytes a character takes: 1 to 4. */
    public static int length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** Byte {@code index} of a character's {@code length} bytes: of é (U+00E9), 0xC3 and 0xA9. */
    public static int byteAt(int codePoint, int index, int length) {
        if (length == 1) {
            return codePoint;
        }
        int bits = codePoint >> (6 * (length - 1 - index));
        int lead = 0xF00 >> length & 0xFF;
        return index == 0 ? lead | bits : 0x80 | (bits & 0x3F);
    }
}
