package openweights.engine.model.layer;

import java.util.function.IntConsumer;
import openweights.engine.math.Backend;

/** Work that is independent for each token. */
public final class TokenWise {

    private TokenWise() {}

    /**
     * Runs {@code work} for tokens 0 to {@code count - 1}, on several threads if there are many.
     */
    public static void each(Backend backend, int count, IntConsumer work) {
        if (count == 1) {
            work.accept(0);
            return;
        }
        int grain = Math.max(1, count / (4 * backend.pool().threads()));
        backend.pool()
                .each(
                        count,
                        grain,
                        (from, to) -> {
                            for (int t = from; t < to; t++) {
                                work.accept(t);
                            }
                        });
    }
}
