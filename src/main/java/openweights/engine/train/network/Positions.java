package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/**
 * Rotary positions: the angles of every token of a chunk, {@code [strips][hd/2][32]}. The angles
 * come from StrictMath, which gives the same bits everywhere.
 */
final class Positions {

    private final int pairs;
    private final float[] cosines; // [positions][pairs]
    private final float[] sines;
    private final Activations cos;
    private final Activations sin;

    Positions(NetworkConfig shape) {
        pairs = shape.headSize() / 2;
        cosines = new float[shape.maxPositionEmbeddings() * pairs];
        sines = new float[cosines.length];
        for (int i = 0; i < pairs; i++) {
            float frequency =
                    (float) (1 / StrictMath.pow(shape.ropeTheta(), 2.0 * i / shape.headSize()));
            for (int p = 0; p < shape.maxPositionEmbeddings(); p++) {
                float angle = p * frequency;
                cosines[p * pairs + i] = (float) StrictMath.cos(angle);
                sines[p * pairs + i] = (float) StrictMath.sin(angle);
            }
        }
        cos = new Activations(pairs);
        sin = new Activations(pairs);
    }

    /** Looks the angles of a chunk's tokens up. */
    void prepare(MicroBatch chunk) {
        cos.reserve(chunk.strips());
        sin.reserve(chunk.strips());
        for (int token = 0; token < chunk.strips() * TiledOps.WIDTH; token++) {
            int from = (token - chunk.start(token)) * pairs;
            int to = cos.at(token / TiledOps.WIDTH) + token % TiledOps.WIDTH;
            for (int i = 0; i < pairs; i++) {
                cos.numbers[to + i * TiledOps.WIDTH] = cosines[from + i];
                sin.numbers[to + i * TiledOps.WIDTH] = sines[from + i];
            }
        }
    }

    /** Turns the first {@code heads} heads of a strip. */
    void rotate(Pass pass, Activations x, int strip, int heads) {
        int half = pairs * TiledOps.WIDTH;
        for (int head = 0; head < heads; head++) {
            int at = x.at(strip) + 2 * head * half;
            pass.strips()
                    .rotate(
                            x.numbers,
                            at,
                            at + half,
                            cos.numbers,
                            sin.numbers,
                            cos.at(strip),
                            half);
        }
    }

    /** Turns them back, which is what turning hands back to its input. */
    void turnBack(Pass pass, Activations x, int strip, int heads) {
        int half = pairs * TiledOps.WIDTH;
        for (int head = 0; head < heads; head++) {
            int at = x.at(strip) + 2 * head * half;
            pass.strips()
                    .rotateBack(
                            x.numbers,
                            at,
                            at + half,
                            cos.numbers,
                            sin.numbers,
                            cos.at(strip),
                            half);
        }
    }
}
