package openweights.engine.token;

/**
 * A token of a text. In {@code "é"} cut into two tokens of one byte each, the second is {@code
 * Piece(102, "©", 1, 2)}.
 *
 * @param token as the vocabulary spells it
 * @param start the first of the text's UTF-8 bytes it stands for
 * @param end the byte after the last; equal to {@code start} for a token that was put in
 */
public record Piece(int id, String token, int start, int end) {}
