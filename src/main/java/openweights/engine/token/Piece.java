package openweights.engine.token;

/**
 * A token of a text. If {@code "é"} is split into two tokens of one byte each, the second is {@code
 * Piece(102, "©", 1, 2)}.
 *
 * @param token as spelled in the vocabulary
 * @param start the first UTF-8 byte of the text that it stands for
 * @param end the byte after the last; equal to {@code start} for a token that the encoder added
 */
public record Piece(int id, String token, int start, int end) {}
