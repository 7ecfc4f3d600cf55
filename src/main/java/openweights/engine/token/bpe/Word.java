package openweights.engine.token.bpe;

/**
 * The tokens of one piece.
 *
 * @param starts where each token begins, in UTF-8 bytes of the piece
 * @param ends where each token ends
 */
record Word(int[] ids, int[] starts, int[] ends) {}
