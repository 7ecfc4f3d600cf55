package openweights.engine.token;

import java.nio.charset.StandardCharsets;

/**
 * The encoding speed of a tokenizer on one thread.
 *
 * @param tokensPerSecond ids per second
 * @param megabytesPerSecond UTF-8 bytes per second, in millions
 */
public record TokenizerSpeed(double tokensPerSecond, double megabytesPerSecond) {

    /**
     * Encodes {@code text} line by line, repeatedly, after a warm-up of the same length.
     *
     * @param seconds how long to measure; at least one round is completed
     */
    public static TokenizerSpeed measure(Tokenizer tokenizer, String text, double seconds) {
        String[] lines = text.split("(?<=\n)");
        run(tokenizer, lines, seconds);
        long start = System.nanoTime();
        Rounds rounds = run(tokenizer, lines, seconds);
        double elapsed = (System.nanoTime() - start) / 1e9;
        double bytes = (double) rounds.count * text.getBytes(StandardCharsets.UTF_8).length;
        return new TokenizerSpeed(rounds.tokens / elapsed, bytes / 1e6 / elapsed);
    }

    private record Rounds(int count, long tokens) {}

    private static Rounds run(Tokenizer tokenizer, String[] lines, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        int count = 0;
        long tokens = 0;
        do {
            for (String line : lines) {
                tokens += tokenizer.encode(line, false).length;
            }
            count++;
        } while (System.nanoTime() < end);
        return new Rounds(count, tokens);
    }
}
