package openweights.engine.math;

/**
 * Rotary position embeddings (RoPE): rotate pairs of a head's numbers by an angle that grows with
 * the position. The two layouts differ in which numbers form a pair.
 *
 * @param pairs in a head
 * @param cos cosines, {@code [positions][pairs]} in one array
 * @param sin sines, likewise
 */
public record Rope(int pairs, float[] cos, float[] sin, Layout layout) {

    /** Which two numbers of a head are rotated together. */
    public enum Layout {
        /** i and i + pairs, as in Llama checkpoints from Hugging Face. */
        HALVES,
        /** 2i and 2i + 1, as in Meta's own checkpoints and llama2.c. */
        NEIGHBORS
    }

    /**
     * Tables for positions 0 to {@code positions - 1}.
     *
     * @param frequencies the angle per position of each pair, such as {@code base^(-2i/headSize)}
     * @param scale factor of what is rotated; 1 except with YaRN and LongRoPE
     */
    public static Rope of(float[] frequencies, float scale, int positions, Layout layout) {
        int pairs = frequencies.length;
        float[] cos = new float[Math.multiplyExact(positions, pairs)];
        float[] sin = new float[positions * pairs];
        for (int p = 0; p < positions; p++) {
            for (int i = 0; i < pairs; i++) {
                float angle = p * frequencies[i];
                cos[p * pairs + i] = scale * (float) Math.cos(angle);
                sin[p * pairs + i] = scale * (float) Math.sin(angle);
            }
        }
        return new Rope(pairs, cos, sin, layout);
    }

    /** How many positions the tables have. */
    public int positions() {
        return cos.length / pairs;
    }

    /** Rotates {@code 2 * pairs} numbers of a head, in place, by the angles of {@code position}. */
    public void rotate(int position, float[] head, int at) {
        int table = position * pairs;
        int step = layout == Layout.HALVES ? 1 : 2;
        int partner = layout == Layout.HALVES ? pairs : 1;
        for (int i = 0; i < pairs; i++) {
            int a = at + i * step;
            int b = a + partner;
            float first = head[a];
            float second = head[b];
            head[a] = first * cos[table + i] - second * sin[table + i];
            head[b] = second * cos[table + i] + first * sin[table + i];
        }
    }
}
