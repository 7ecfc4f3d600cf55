package openweights.train.optimizer;

import java.util.ArrayList;
import java.util.List;
import openweights.train.network.Parameter;
import openweights.train.network.Parameters;

/** A stretch of the array of weights that one thread takes at a time; decay is for matrices. */
record Piece(int from, int to, boolean decays) {

    private static final int LENGTH = 1 << 14;

    static List<Piece> of(Parameters parameters) {
        List<Piece> pieces = new ArrayList<>();
        for (Parameter p : parameters.groups()) {
            for (int from = p.at(); from < p.end(); from += LENGTH) {
                pieces.add(new Piece(from, Math.min(p.end(), from + LENGTH), p.isMatrix()));
            }
        }
        return pieces;
    }
}
