package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/**
 * Causal attention within each text. A strip of queries is multiplied with the keys that it may
 * attend to, one strip of keys at a time; scores and attention weights are {@code [keys][32
 * queries]}.
 */
final class Attention {

    private static final int WIDTH = TiledOps.WIDTH;

    private final int heads;
    private final int group; // query heads per key/value head
    private final int size;
    private final int keyRow; // the first row of the keys in q|k|v
    private final int valueRow;
    private final float scale;
    private float[] attention = new float[0]; // [strips][heads][keys][32]
    private float[] dAttention = new float[0]; // [keys][32]
    private final float[] square = new float[TiledOps.SQUARE];

    Attention(NetworkConfig config) {
        heads = config.numAttentionHeads();
        group = heads / config.numKeyValueHeads();
        size = config.headSize();
        keyRow = heads * size;
        valueRow = keyRow + config.numKeyValueHeads() * size;
        scale = (float) (1 / Math.sqrt(size));
    }

    /** mixed += the values, weighted by softmax(q k); mixed must be zero. */
    void forward(Pass pass, CausalMask mask, Activations qkv, Activations mixed) {
        int strips = pass.chunk().strips();
        if (attention.length < heads * mask.end(strips)) {
            attention = new float[heads * mask.end(strips) * 5 / 4];
        }
        for (int s = 0; s < strips; s++) {
            for (int head = 0; head < heads; head++) {
                forward(pass.strips(), mask, s, head, qkv, mixed);
            }
        }
    }

    private void forward(
            TiledOps strips, CausalMask mask, int s, int head, Activations qkv, Activations mixed) {
        int keys = mask.keys(s);
        int at = attentionAt(mask, s, head);
        int q = qkv.at(s) + head * size * WIDTH;
        Arrays.fill(attention, at, at + keys * WIDTH, 0);
        for (int from = mask.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int k = row(qkv, from, keyRow, head);
            int row = at + (from - mask.first(s)) * WIDTH;
            strips.productTransposed(qkv.values, k, to - from, size, qkv.values, q, attention, row);
        }
        strips.softmax(attention, at, keys, scale, mask.values(), mask.at(s));
        int out = mixed.at(s) + head * size * WIDTH;
        for (int from = mask.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int v = row(qkv, from, valueRow, head);
            int row = at + (from - mask.first(s)) * WIDTH;
            strips.product(qkv.values, v, 0, size, to - from, attention, row, mixed.values, out);
        }
    }

    /** dQkv += the gradient with respect to queries, keys and values; dQkv must be zero. */
    void backward(
            Pass pass, CausalMask mask, Activations qkv, Activations dMixed, Activations dQkv) {
        if (dAttention.length < mask.maxKeys() * WIDTH) {
            dAttention = new float[mask.maxKeys() * WIDTH * 5 / 4];
        }
        for (int s = 0; s < pass.chunk().strips(); s++) {
            for (int head = 0; head < heads; head++) {
                backward(pass.strips(), mask, s, head, qkv, dMixed, dQkv);
            }
        }
    }

    private void backward(
            TiledOps strips,
            CausalMask mask,
            int s,
            int head,
            Activations qkv,
            Activations dMixed,
            Activations dQkv) {
        int keys = mask.keys(s);
        int at = attentionAt(mask, s, head);
        int q = head * size * WIDTH;
        int d = dMixed.at(s) + q;
        Arrays.fill(dAttention, 0, keys * WIDTH, 0);
        for (int from = mask.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int row = (from - mask.first(s)) * WIDTH;
            int n = to - from;
            int v = row(qkv, from, valueRow, head);
            strips.productTransposed(qkv.values, v, n, size, dMixed.values, d, dAttention, row);
            outer(strips, attention, at + row, from, n, dMixed, d, dQkv, valueRow, head);
        }
        strips.softmaxBackward(attention, at, keys, scale, dAttention, 0);
        for (int from = mask.first(s), to; from < (s + 1) * WIDTH; from = to) {
            to = end(from);
            int row = (from - mask.first(s)) * WIDTH;
            int n = to - from;
            int k = row(qkv, from, keyRow, head);
            int dq = dQkv.at(s) + q;
            strips.product(qkv.values, k, 0, size, n, dAttention, row, dQkv.values, dq);
            outer(strips, dAttention, row, from, n, qkv, qkv.at(s) + q, dQkv, keyRow, head);
        }
    }

    /**
     * Adds to the gradient of {@code n} keys or values, from token {@code from} on, the sum over
     * the queries of {@code x} times the given weights.
     */
    private void outer(
            TiledOps strips,
            float[] weights,
            int weightsAt,
            int from,
            int n,
            Activations x,
            int xAt,
            Activations dQkv,
            int firstRow,
            int head) {
        strips.transpose(weights, weightsAt, n, from % WIDTH, square, 0);
        int to = row(dQkv, from / WIDTH * WIDTH, firstRow, head);
        strips.product(x.values, xAt, 0, size, WIDTH, square, 0, dQkv.values, to);
    }

    private int attentionAt(CausalMask mask, int strip, int head) {
        return heads * mask.at(strip) + head * mask.keys(strip) * WIDTH;
    }

    /** The index of the first feature of a token's key or value in a head. */
    private int row(Activations qkv, int token, int firstRow, int head) {
        int row = firstRow + head / group * size;
        return qkv.at(token / WIDTH) + row * WIDTH + token % WIDTH;
    }

    /** The first token behind the strip of a token. */
    private static int end(int token) {
        return (token / WIDTH + 1) * WIDTH;
    }
}
