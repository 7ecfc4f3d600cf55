package openweights.engine.inspect;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import openweights.base.Colors;
import openweights.base.TerminalText;
import openweights.engine.token.Piece;
import openweights.engine.token.Tokenizer;

/** Prints the tokens of a text, one per line: the id, the spelling in the vocabulary, the bytes. */
public final class TokenTable {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final Tokenizer tokenizer;
    private final Colors colors;

    public TokenTable(Tokenizer tokenizer, Colors colors) {
        this.tokenizer = tokenizer;
        this.colors = colors;
    }

    /** Prints the whole text in colors, if there are any, and a line for each token. */
    public void print(String text, boolean addSpecial, PrintWriter out) {
        List<Piece> pieces = tokenizer.pieces(text, addSpecial);
        if (colors != Colors.NONE) {
            out.print(tinted(pieces) + "\n\n");
        }
        int width =
                pieces.stream()
                        .mapToInt(piece -> TerminalText.printable(piece.token()).length())
                        .max()
                        .orElse(0);
        for (int i = 0; i < pieces.size(); i++) {
            out.print(row(i, pieces.get(i), Math.min(width, 24)) + "\n");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        out.print(
                String.format(
                        Locale.ROOT,
                        "%d tokens for %d bytes: %.2f bytes per token%n",
                        pieces.size(),
                        bytes,
                        bytes / (double) Math.max(1, pieces.size())));
        out.flush();
    }

    /** The whole text, with each token in another color. */
    private String tinted(List<Piece> pieces) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            line.append(colors.tint(i, TerminalText.printable(pieces.get(i).token())));
        }
        return line.toString();
    }

    private String row(int number, Piece piece, int width) {
        String token = TerminalText.printable(piece.token());
        return String.format(
                Locale.ROOT,
                "%8d  %s%s  %s",
                piece.id(),
                colors.tint(number, token),
                " ".repeat(Math.max(0, width - token.length())),
                HEX.formatHex(tokenizer.bytesOf(piece.id())));
    }
}
