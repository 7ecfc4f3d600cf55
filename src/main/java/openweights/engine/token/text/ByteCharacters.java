package openweights.engine.token.text;

/**
 * The byte-level alphabet: each of the 256 bytes has a printable character, so that a vocabulary of
 * bytes can be written as text. The bytes of {@code " é"}, 20 C3 A9, are {@code Ġ Ã ©}.
 *
 * <p>Bytes that print in Latin-1 stand for themselves; the other 68 are U+0100, U+0101 and so on,
 * in order.
 */
public final class ByteCharacters {

    private static final char[] OF_BYTE = new char[256];
    private static final short[] BYTE_OF = new short[256 + 68];

    static {
        java.util.Arrays.fill(BYTE_OF, (short) -1);
        char next = 256;
        for (int b = 0; b < 256; b++) {
            boolean prints = (b > 0x20 && b < 0x7F) || (b > 0xA0 && b != 0xAD);
            OF_BYTE[b] = prints ? (char) b : next++;
            BYTE_OF[OF_BYTE[b]] = (short) b;
        }
    }

    private ByteCharacters() {}

    /** The character of a byte; that of 0x20 is {@code Ġ}. */
    public static char of(int unsignedByte) {
        return OF_BYTE[unsignedByte];
    }

    /** The byte of a character, or -1 if the character is not in the alphabet. */
    public static int byteOf(char character) {
        return character < BYTE_OF.length ? BYTE_OF[character] : -1;
    }

    /** {@code " é" -> "ĠÃ©"}. */
    public static Text spell(Text text) {
        Rewriter spelled = new Rewriter(text);
        String chars = text.chars();
        for (int i = 0; i < chars.length(); ) {
            int codePoint = chars.codePointAt(i);
            int length = Utf8.length(codePoint);
            for (int k = 0; k < length; k++) {
                spelled.replaceByte(i, k, length, of(Utf8.byteAt(codePoint, k, length)));
            }
            i += Character.charCount(codePoint);
        }
        return spelled.text();
    }
}
