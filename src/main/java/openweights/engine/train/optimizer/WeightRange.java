package openweights.engine.train.optimizer;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;

/** A stretch of the array of weights that one thread takes at a time; decay is for matrices. */
record WeightRange(int from, int to, boolean decays) {

    private static final int LENGTH = 1 << 14;

    static List<WeightRange> of(Parameters parameters) {
        List<WeightRange> pieces = new ArrayList<>();
        for (Parameter p : parameters.groups()) {
            cut(p.at(), p.end(), p.isMatrix(), pieces);
        }
        return pieces;
    }

    /** Of a single matrix. */
    static List<WeightRange> of(int size) {
        List<WeightRange> pieces = new ArrayList<>();
        cut(0, size, true, pieces);
        return pieces;
    }

    private static void cut(int start, int end, boolean decays, List<WeightRange> pieces) {
        for (int from = start; from < end; from += LENGTH) {
            pieces.add(new WeightRange(from, Math.min(end, from + LENGTH), decays));
        }
    }
}
