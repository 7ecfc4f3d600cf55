package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/**
 * Causal attention inside each text. A strip of queries meets the keys of its window, a strip of
 * keys at a time; scores and shares are {@code [keys][32 queries]}.
 */
final class Attention {

    private static final int WIDTH = TiledOps.WIDTH;

    private final int heads;
    private final int group; // queries to a key
    private final int size;
    private final int keyRow; // the first row of the keys in q|k|v
    private final int valueRow;
    private final float scale;
    private float[] shares = new float[0]; // [strips][heads][keys][32]
    private float[] dShares = new float[0]; // [keys][32]
    private final float[] square = new float[TiledOps.SQUARE];

    Attention(NetworkConfig shape) {
        heads = shape.numAttentionHeads();
        group = heads / shape.numKeyValueHeads();
        size = shape.headSize();
        keyRow = heads * size;
        valueRow = keyRow + shape.numKeyValueHeads() * size;
        scale = (float) (1 / Math.sqrt(size));
    }

    /** mixed += the values, weighted by the shares that queries and keys give; mixed is zero. */
    void forward(Pass pass, CausalMask windows, Activations qkv, Activations mixed) {
        int strips = pass.chunk().strips();
        if (shares.length < heads * windows.end(strips)) {
            shares = new float[heads * windows.end(strips) * 5 / 4];
        }
        for (int s = 0; s < strips; s++) {
            for (int head = 0; head < heads; head++) {
                forward(pass.strips(), windows, s, head, qkv, mixed);
            }
        }
    }

    private void forward(
            TiledOps strips,
            CausalMask windows,
            int s,
            int head,
            Activations qkv,
            Activations mixed) {
        int keys = windows.keys(s);
        int at = sharesAt(windows, s, head);
        int q = qkv.at(s) + head * size * WIDTH;
        Arrays.fill(shares, at, at + keys * WIDTH, 0);
        for (int from = windows.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int k = row(qkv, from, keyRow, head);
            int row = at + (from - windows.first(s)) * WIDTH;
            strips.productTransposed(qkv.numbers, k, to - from, size, qkv.numbers, q, shares, row);
        }
        strips.softmax(shares, at, keys, scale, windows.mask(), windows.at(s));
        int out = mixed.at(s) + head * size * WIDTH;
        for (int from = windows.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int v = row(qkv, from, valueRow, head);
            int row = at + (from - windows.first(s)) * WIDTH;
            strips.product(qkv.numbers, v, 0, size, to - from, shares, row, mixed.numbers, out);
        }
    }

    /** dQkv += what dMixed means for queries, keys and values; dQkv is zero. */
    void backward(
            Pass pass, CausalMask windows, Activations qkv, Activations dMixed, Activations dQkv) {
        if (dShares.length < windows.mostKeys() * WIDTH) {
            dShares = new float[windows.mostKeys() * WIDTH * 5 / 4];
        }
        for (int s = 0; s < pass.chunk().strips(); s++) {
            for (int head = 0; head < heads; head++) {
                backward(pass.strips(), windows, s, head, qkv, dMixed, dQkv);
            }
        }
    }

    private void backward(
            TiledOps strips,
            CausalMask windows,
            int s,
            int head,
            Activations qkv,
            Activations dMixed,
            Activations dQkv) {
        int keys = windows.keys(s);
        int at = sharesAt(windows, s, head);
        int q = head * size * WIDTH;
        int d = dMixed.at(s) + q;
        Arrays.fill(dShares, 0, keys * WIDTH, 0);
        for (int from = windows.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int row = (from - windows.first(s)) * WIDTH;
            int n = to - from;
            int v = row(qkv, from, valueRow, head);
            strips.productTransposed(qkv.numbers, v, n, size, dMixed.numbers, d, dShares, row);
            outer(strips, shares, at + row, from, n, dMixed, d, dQkv, valueRow, head);
        }
        strips.softmaxBackward(shares, at, keys, scale, dShares, 0);
        for (int from = windows.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int row = (from - windows.first(s)) * WIDTH;
            int n = to - from;
            int k = row(qkv, from, keyRow, head);
            int dq = dQkv.at(s) + q;
            strips.product(qkv.numbers, k, 0, size, n, dShares, row, dQkv.numbers, dq);
            outer(strips, dShares, row, from, n, qkv, qkv.at(s) + q, dQkv, keyRow, head);
        }
    }

    /**
     * Adds to {@code n} keys (or values) from {@code from} on the sum over the queries of x times
     * their shares.
     */
    private void outer(
            TiledOps strips,
            float[] given,
            int givenAt,
            int from,
            int n,
            Activations x,
            int xAt,
            Activations dQkv,
            int firstRow,
            int head) {
        strips.transpose(given, givenAt, n, from % WIDTH, square, 0);
        int to = row(dQkv, from / WIDTH * WIDTH, firstRow, head);
        strips.product(x.numbers, xAt, 0, size, WIDTH, square, 0, dQkv.numbers, to);
    }

    private int sharesAt(CausalMask windows, int strip, int head) {
        return heads * windows.at(strip) + head * windows.keys(strip) * WIDTH;
    }

    /** Where the first feature of a head's key or value of a token lies. */
    private int row(Activations qkv, int token, int firstRow, int head) {
        int row = firstRow + head / group * size;
        return qkv.at(token / WIDTH) + row * WIDTH + token % WIDTH;
    }

    /** The end of the strip that a token lies in. */
    private static int end(int token) {
        return (token / WIDTH + 1) * WIDTH;
    }
}
