package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/**
 * Numbers of every token, {@code [strips][features][32]}; the array is kept from chunk to chunk.
 */
final class Activations {

    final int features;
    float[] numbers = new float[0];

    Activations(int features) {
        this.features = features;
    }

    /** Where a strip begins. */
    int at(int strip) {
        return strip * features * TiledOps.WIDTH;
    }

    /** Makes room for so many strips; what is in them is left over from before. */
    Activations reserve(int strips) {
        if (numbers.length < at(strips)) {
            numbers = new float[at(strips + strips / 4)];
        }
        return this;
    }

    /** The same with zeros in it. */
    Activations clear(int strips) {
        reserve(strips);
        Arrays.fill(numbers, 0, at(strips), 0);
        return this;
    }

    /** The same with another's numbers in it. */
    Activations copy(Activations other, int strips) {
        reserve(strips);
        System.arraycopy(other.numbers, 0, numbers, 0, at(strips));
        return this;
    }
}
