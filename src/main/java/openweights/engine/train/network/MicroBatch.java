package openweights.engine.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.engine.math.kernel.TiledOps;

/**
 * Texts laid end to end. Every id of a text but the last is an input, and the id after it is the
 * target that the network predicts.
 *
 * @param inputs token ids
 * @param targets the id that follows each input
 * @param starts the index of the first input of each input's text
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
     * Splits texts into a fixed number of chunks, in order and with about the same number of tokens
     * each. The split depends on the texts alone.
     */
    public static List<MicroBatch> share(List<int[]> texts, int chunks) {
        long all = texts.stream().mapToLong(MicroBatch::predictions).sum();
        List<List<int[]>> batches = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            batches.add(new ArrayList<>());
        }
        long before = 0;
        for (int[] text : texts) {
            long middle = 2 * before + predictions(text);
            batches.get((int) (middle * chunks / (2 * all))).add(text);
            before += predictions(text);
        }
        return batches.stream().map(MicroBatch::of).toList();
    }

    /** How many tokens of a text are predicted: all but the first. */
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

    /** The first token of a token's text; an index past the last token is a text of its own. */
    int start(int token) {
        return token < tokens() ? starts[token] : token;
    }
}
