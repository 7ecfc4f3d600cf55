package openweights.engine.token.decoder;

/**
 * Bytes to characters, one byte at a time. An incomplete character is held back; what can never
 * become one is U+FFFD, one for each longest stretch that could have been the beginning of a
 * character.
 */
final class Utf8Decoder {

    private final StringBuilder out = new StringBuilder();
    private int codePoint;
    private int missing;

    /** What the next byte must lie between, for a character to go on. */
    private int low;

    private int high;

    void write(int unsignedByte) {
        if (missing > 0) {
            if (unsignedByte >= low && unsignedByte <= high) {
                follow(unsignedByte);
                return;
            }
            giveUp();
        }
        lead(unsignedByte);
    }

    private void lead(int b) {
        if (b < 0x80) {
            out.append((char) b);
        } else if (b >= 0xC2 && b <= 0xDF) {
            expect(1, b & 0x1F, 0x80, 0xBF);
        } else if (b >= 0xE0 && b <= 0xEF) {
            expect(2, b & 0x0F, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF);
        } else if (b >= 0xF0 && b <= 0xF4) {
            expect(3, b & 0x07, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF);
        } else {
            out.append('\uFFFD');
        }
    }

    private void expect(int more, int bits, int lowest, int highest) {
        missing = more;
        codePoint = bits;
        low = lowest;
        high = highest;
    }

    private void follow(int b) {
        codePoint = codePoint << 6 | (b & 0x3F);
        low = 0x80;
        high = 0xBF;
        if (--missing == 0) {
            out.appendCodePoint(codePoint);
        }
    }

    private void giveUp() {
        out.append('\uFFFD');
        missing = 0;
    }

    /** The characters that are certain and were not taken before. */
    String take() {
        String certain = out.toString();
        out.setLength(0);
        return certain;
    }

    /** The rest; an incomplete character is U+FFFD. */
    String finish() {
        if (missing > 0) {
            giveUp();
        }
        return take();
    }
}
