package openweights.engine.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures on request: each line of input asks for one round; the response is its time. */
public final class SpeedPeer {

    private SpeedPeer() {}

    /** {@code TOKENIZER TEXT}: rounds {@code lines}, {@code whole} and {@code decode}. */
    public static void main(String[] arguments) throws IOException {
        Tokenizer tokenizer = Tokenizer.open(Path.of(arguments[0]));
        String text = Files.readString(Path.of(arguments[1]));
        String[] lines = text.split("(?<=\n)");
        int[] ids = tokenizer.encode(text, false);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String round = in.readLine(); round != null; round = in.readLine()) {
            long start = System.nanoTime();
            long count =
                    switch (round) {
                        case "lines" -> encode(tokenizer, lines);
                        case "whole" -> tokenizer.encode(text, false).length;
                        default -> tokenizer.decode(ids, false).length();
                    };
            System.out.println((System.nanoTime() - start) / 1e9 + " " + count);
        }
    }

    private static long encode(Tokenizer tokenizer, String[] lines) {
        long tokens = 0;
        for (String line : lines) {
            tokens += tokenizer.encode(line, false).length;
        }
        return tokens;
    }
}
