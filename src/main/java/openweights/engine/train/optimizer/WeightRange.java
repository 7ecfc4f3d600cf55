package openweights.engine.train.optimizer;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.train.network.Parameter;

/**
 * A range of the weight array that one thread processes at a time.
 *
 * @param decays whether weight decay applies, as it does to matrices
 */
record WeightRange(int from, int to, boolean decays) {

    private static final int LENGTH = 1 << 14;

    static List<WeightRange> of(List<Parameter> groups) {
        List<WeightRange> ranges = new ArrayList<>();
        for (Parameter p : groups) {
            cut(p.at(), p.end(), p.isMatrix(), ranges);
        }
        return ranges;
    }

    /** The ranges of a single matrix. */
    static List<WeightRange> of(int size) {
        List<WeightRange> ranges = new ArrayList<>();
        cut(0, size, true, ranges);
        return ranges;
    }

    private static void cut(int start, int end, boolean decays, List<WeightRange> ranges) {
        for (int from = start; from < end; from += LENGTH) {
            ranges.add(new WeightRange(from, Math.min(end, from + LENGTH), decays));
        }
    }
}
