package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/**
 * Rotary position embeddings: sines and cosines of every token of a chunk, {@code
 * [strips][hd/2][32]}. StrictMath computes them with the same bits on every machine.
 */
final class Positions {

    private final int pairs;
    private final float[] cosines; // [positions][pairs]
    private final float[] sines;
    private final Activations cos;
    private final Activations sin;

    Positions(NetworkConfig config) {
        pairs = config.headSize() / 2;
        cosines = new float[config.maxPositionEmbeddings() * pairs];
        sines = new float[cosines.length];
        for (int i = 0; i < pairs; i++) {
            float frequency =
                    (float) (1 / StrictMath.pow(config.ropeTheta(), 2.0 * i / config.headSize()));
            for (int p = 0; p < config.maxPositionEmbeddings(); p++) {
                float angle = p * frequency;
                cosines[p * pairs + i] = (float) StrictMath.cos(angle);
                sines[p * pairs + i] = (float) StrictMath.sin(angle);
            }
        }
        cos = new Activations(pairs);
        sin = new Activations(pairs);
    }

    /** Looks up the angles of a chunk's tokens. */
    void prepare(MicroBatch chunk) {
        cos.reserve(chunk.strips());
        sin.reserve(chunk.strips());
        for (int token = 0; token < chunk.strips() * TiledOps.WIDTH; token++) {
            int from = (token - chunk.start(token)) * pairs;
            int to = cos.at(token / TiledOps.WIDTH) + token % TiledOps.WIDTH;
            for (int i = 0; i < pairs; i++) {
                cos.values[to + i * TiledOps.WIDTH] = cosines[from + i];
                sin.values[to + i * TiledOps.WIDTH] = sines[from + i];
            }
        }
    }

    /** Rotates the first {@code heads} heads of a strip. */
    void rotate(Pass pass, Activations x, int strip, int heads) {
        int half = pairs * TiledOps.WIDTH;
        for (int head = 0; head < heads; head++) {
            int at = x.at(strip) + 2 * head * half;
            pass.strips()
                    .rotate(x.values, at, at + half, cos.values, sin.values, cos.at(strip), half);
        }
    }

    /** Rotates them back: the gradient of a rotation is the inverse rotation. */
    void rotateBack(Pass pass, Activations x, int strip, int heads) {
        int half = pairs * TiledOps.WIDTH;
        for (int head = 0; head < heads; head++) {
            int at = x.at(strip) + 2 * head * half;
            pass.strips()
                    .rotateBack(
                            x.values, at, at + half, cos.values, sin.values, cos.at(strip), half);
        }
    }
}
