package openweights.engine.token.bpe;

import openweights.engine.token.text.Text;
import openweights.engine.token.text.Utf8;

/** Maps each UTF-8 byte of a piece to the bytes of the original text that it came from. */
final class ByteTrace {

    private final int[] starts;
    private final int[] ends;

    ByteTrace(Text piece) {
        String chars = piece.chars();
        int bytes = chars.codePoints().map(Utf8::length).sum();
        starts = new int[bytes];
        ends = new int[bytes];
        int at = 0;
        for (int i = 0; i < chars.length(); i += Character.charCount(chars.codePointAt(i))) {
            int length = Utf8.length(chars.codePointAt(i));
            boolean exact = piece.end(i) - piece.start(i) == length;
            for (int k = 0; k < length; k++, at++) {
                starts[at] = exact ? piece.start(i) + k : piece.start(i);
                ends[at] = exact ? piece.start(i) + k + 1 : piece.end(i);
            }
        }
    }

    /** The original byte where a token begins that begins at this byte of the piece. */
    int start(int at) {
        return at < starts.length ? starts[at] : ends[ends.length - 1];
    }

    /** The original byte after a token that ends before this byte of the piece. */
    int end(int at) {
        return at == 0 ? starts[0] : ends[at - 1];
    }
}
