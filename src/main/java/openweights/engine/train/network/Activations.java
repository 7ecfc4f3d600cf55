package openweights.engine.train.network;

import java.util.Arrays;
import openweights.engine.math.kernel.TiledOps;

/** The values of every token, {@code [strips][features][32]}; chunks reuse the array. */
final class Activations {

    final int features;
    float[] values = new float[0];

    Activations(int features) {
        this.features = features;
    }

    /** The index of a strip's first value. */
    int at(int strip) {
        return strip * features * TiledOps.WIDTH;
    }

    /** Makes room for so many strips; their values are left over from earlier use. */
    Activations reserve(int strips) {
        if (values.length < at(strips)) {
            values = new float[at(strips + strips / 4)];
        }
        return this;
    }

    /** Makes room and fills it with zeros. */
    Activations clear(int strips) {
        reserve(strips);
        Arrays.fill(values, 0, at(strips), 0);
        return this;
    }

    /** Makes room and copies another's values. */
    Activations copy(Activations other, int strips) {
        reserve(strips);
        System.arraycopy(other.values, 0, values, 0, at(strips));
        return this;
    }
}
