package openweights.engine.model.layer;

import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import openweights.engine.math.Attention;
import openweights.engine.math.Backend;
import openweights.engine.math.Rope;
import openweights.engine.math.kernel.Kernel;

/**
 * What happens to queries, keys and values between their projection and attention. Each kind is
 * written for one token.
 */
public sealed interface QkvStep {

    /** The name of the result in a trace, as in {@code attention.q.turned}. */
    String title();

    /** Changes all tokens of a pass in place, [T, (H + K) hd + K vd]. */
    void apply(Backend backend, Attention shape, Span span, float[] qkv);

    /**
     * Queries and keys are normalized, each over all of its heads together.
     *
     * @param q of size H hd
     * @param k of size K hd
     */
    record WholeNorm(Norm q, Norm k) implements QkvStep {
        @Override
        public String title() {
            return "normed";
        }

        @Override
        public void apply(Backend backend, Attention shape, Span span, float[] qkv) {
            Kernel kernel = backend.kernel();
            TokenWise.each(
                    backend,
                    span.count(),
                    t -> {
                        int at = t * shape.qkvWidth();
                        q.row(kernel, qkv, qkv, at);
                        k.row(kernel, qkv, qkv, at + shape.queryWidth());
                    });
        }
    }

    /**
     * Queries and keys are normalized, each head by itself.
     *
     * @param q a norm of size hd for each query head
     * @param k a norm of size hd for each key head
     */
    record HeadNorm(List<Norm> q, List<Norm> k) implements QkvStep {

        /** One norm for all query heads, one for all key heads. */
        public static HeadNorm shared(Attention shape, Norm q, Norm k) {
            return new HeadNorm(
                    Collections.nCopies(shape.heads(), q), Collections.nCopies(shape.kvHeads(), k));
        }

        @Override
        public String title() {
            return "normed";
        }

        @Override
        public void apply(Backend backend, Attention shape, Span span, float[] qkv) {
            TokenWise.each(
                    backend,
                    span.count(),
                    t -> heads(backend.kernel(), shape, qkv, t * shape.qkvWidth()));
        }

        private void heads(Kernel kernel, Attention shape, float[] qkv, int at) {
            for (int h = 0; h < q.size(); h++) {
                q.get(h).row(kernel, qkv, qkv, at + h * shape.keySize());
            }
            for (int h = 0; h < k.size(); h++) {
                k.get(h).row(kernel, qkv, qkv, at + shape.queryWidth() + h * shape.keySize());
            }
        }
    }

    /**
     * Values are normalized, each head by itself, as in Gemma 4.
     *
     * @param v of size vd, shared by the heads
     */
    record ValueNorm(Norm v) implements QkvStep {
        @Override
        public String title() {
            return "normed";
        }

        @Override
        public void apply(Backend backend, Attention shape, Span span, float[] qkv) {
            TokenWise.each(
                    backend,
                    span.count(),
                    t -> heads(backend.kernel(), shape, qkv, t * shape.qkvWidth()));
        }

        private void heads(Kernel kernel, Attention shape, float[] qkv, int at) {
            int first = at + shape.queryWidth() + shape.keyWidth();
            for (int h = 0; h < shape.kvHeads(); h++) {
                v.row(kernel, qkv, qkv, first + h * shape.valueSize());
            }
        }
    }

    /** No number of queries, keys and values is larger than a limit, or smaller than minus it. */
    record Clip(float limit) implements QkvStep {
        @Override
        public String title() {
            return "clipped";
        }

        @Override
        public void apply(Backend backend, Attention shape, Span span, float[] qkv) {
            for (int i = 0; i < span.count() * shape.qkvWidth(); i++) {
                qkv[i] = Math.max(-limit, Math.min(limit, qkv[i]));
            }
        }
    }

    /**
     * Queries and keys are turned by their positions.
     *
     * @param from the first number of a head that is turned
     */
    record Rotation(RotaryEmbedding embedding, int from) implements QkvStep {
        @Override
        public String title() {
            return "turned";
        }

        @Override
        public void apply(Backend backend, Attention shape, Span span, float[] qkv) {
            Rope rope = embedding.table(span.first() + span.count(), span.end());
            TokenWise.each(
                    backend,
                    span.count(),
                    t -> heads(rope, shape, span.first() + t, qkv, t * shape.qkvWidth()));
        }

        private void heads(Rope rope, Attention shape, int position, float[] qkv, int at) {
            for (int h = 0; h < shape.heads() + shape.kvHeads(); h++) {
                rope.rotate(position, qkv, at + h * shape.keySize() + from);
            }
        }
    }

    /**
     * Queries are multiplied by a number that depends on their position.
     *
     * @param scale of a position
     */
    record QueryScale(IntToDoubleFunction scale) implements QkvStep {
        @Override
        public String title() {
            return "scaled";
        }

        @Override
        public void apply(Backend backend, Attention shape, Span span, float[] qkv) {
            for (int t = 0; t < span.count(); t++) {
                float factor = (float) scale.applyAsDouble(span.first() + t);
                backend.kernel().scale(factor, qkv, t * shape.qkvWidth(), shape.queryWidth());
            }
        }
    }
}
