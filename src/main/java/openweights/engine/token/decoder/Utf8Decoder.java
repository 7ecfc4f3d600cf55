package openweights.engine.token.decoder;

/**
 * Decodes UTF-8 one byte at a time. An incomplete character is held back; invalid bytes become
 * U+FFFD, one for each longest run that could have begun a character.
 */
final class Utf8Decoder {

    private final StringBuilder out = new StringBuilder();
    private int codePoint;
    private int missing;

    /** The range of the next byte, if the character is to continue. */
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

    /** The complete characters that have not been taken yet. */
    String take() {
        String certain = out.toString();
        out.setLength(0);
        return certain;
    }

    /** The remaining characters; an incomplete one becomes U+FFFD. */
    String finish() {
        if (missing > 0) {
            giveUp();
        }
        return take();
    }
}
