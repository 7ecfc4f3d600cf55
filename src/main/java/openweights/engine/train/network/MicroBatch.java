package openweights.engine.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.engine.math.kernel.TiledOps;

/**
 * Texts laid end to end. Each text is its ids from the first to the last; every id but the last is
 * an input, and the next one is what the network is to predict.
 *
 * @param inputs the tokens that go in
 * @param targets the token that follows each
 * @param starts where each token's text begins
 */
public record MicroBatch(int[] inputs, int[] targets, int[] starts) {

    public static MicroBatch of(List<int[]> texts) {
        int tokens = texts.stream().mapToInt(MicroBatch::predictions).sum();
        MicroBatch chunk = new MicroBatch(new int[tokens], new int[tokens], new int[tokens]);
        int at = 0;
        for (int[] text : texts) {
            int n = predictions(text);
            System.arraycopy(text, 0, chunk.inputs, at, n);
            System.arraycopy(text, 1, chunk.targets, at, n);
            Arrays.fill(chunk.starts, at, at + n, at);
            at += n;
        }
        return chunk;
    }

    /**
     * Shares texts out to a fixed number of chunks, in order and of about the same number of
     * tokens. The share depends on the texts alone.
     */
    public static List<MicroBatch> share(List<int[]> texts, int chunks) {
        long all = texts.stream().mapToLong(MicroBatch::predictions).sum();
        List<List<int[]>> shares = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            shares.add(new ArrayList<>());
        }
        long before = 0;
        for (int[] text : texts) {
            long middle = 2 * before + predictions(text);
            shares.get((int) (middle * chunks / (2 * all))).add(text);
            before += predictions(text);
        }
        return shares.stream().map(MicroBatch::of).toList();
    }

    /** How many tokens a text gives to predict. */
    public static int predictions(int[] text) {
        return text.length - 1;
    }

    public int tokens() {
        return inputs.length;
    }

    int strips() {
        return (tokens() + TiledOps.WIDTH - 1) / TiledOps.WIDTH;
    }

    /** How many lanes of a strip hold tokens; the last strip may not be full. */
    int lanes(int strip) {
        return Math.min(TiledOps.WIDTH, tokens() - strip * TiledOps.WIDTH);
    }

    /** Where the text of a lane begins; a lane without a token is a text by itself. */
    int start(int token) {
        return token < tokens() ? starts[token] : token;
    }
}
