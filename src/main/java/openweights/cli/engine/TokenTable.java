package openweights.cli.engine;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import openweights.cli.terminal.Colors;
import openweights.engine.token.Piece;
import openweights.engine.token.Tokenizer;

/** Prints the tokens of a text: one line each, with its id, its bytes and how it is spelled. */
final class TokenTable {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final Tokenizer tokenizer;
    private final Colors colors;

    TokenTable(Tokenizer tokenizer, Colors colors) {
        this.tokenizer = tokenizer;
        this.colors = colors;
    }

    void print(String text, boolean addSpecial, PrintWriter out) {
        List<Piece> pieces = tokenizer.pieces(text, addSpecial);
        if (colors != Colors.NONE) {
            out.print(tinted(pieces) + "\n\n");
        }
        int width = pieces.stream().mapToInt(p -> p.token().length()).max().orElse(0);
        for (int i = 0; i < pieces.size(); i++) {
            out.print(row(i, pieces.get(i), Math.min(width, 24)) + "\n");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        out.print(
                "%d tokens for %d bytes: %.2f bytes per token%n"
                        .formatted(
                                pieces.size(), bytes, bytes / (double) Math.max(1, pieces.size())));
        out.flush();
    }

    /** The whole text, each token in a tint of its own; half characters as their bytes. */
    private String tinted(List<Piece> pieces) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            line.append(colors.tint(i, pieces.get(i).token()));
        }
        return line.toString();
    }

    private String row(int number, Piece piece, int width) {
        String padding = " ".repeat(Math.max(0, width - piece.token().length()));
        return "%8d  %s%s  %s"
                .formatted(
                        piece.id(),
                        colors.tint(number, printable(piece.token())),
                        padding,
                        HEX.formatHex(tokenizer.bytesOf(piece.id())));
    }

    private static String printable(String token) {
        StringBuilder shown = new StringBuilder();
        token.codePoints()
                .forEach(
                        c ->
                                shown.append(
                                        Character.isISOControl(c)
                                                ? "\\u%04X".formatted(c)
                                                : Character.toString(c)));
        return shown.toString();
    }
}
