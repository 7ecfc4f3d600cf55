package openweights.engine.model.layer;

import openweights.engine.math.Backend;

/**
 * A block that every token uses and experts beside it, each with norms of its own, as in Gemma 4:
 * afterDense(dense(beforeDense(x))) + afterExperts(experts(beforeExperts(x))). The router has a
 * norm of its own, too.
 */
public record DenseAndExperts(
        Norm beforeDense,
        Mlp dense,
        Norm afterDense,
        Norm beforeRouter,
        Norm beforeExperts,
        Experts experts,
        Norm afterExperts)
        implements Mlp {

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook) {
        int size = tokens * experts.scores().inputs();
        float[] in = scratch.room(Scratch.Room.DENSE_INPUT, size);
        float[] routed = scratch.room(Scratch.Room.ROUTER_INPUT, size);
        float[] chosen = scratch.room(Scratch.Room.EXPERTS_OUTPUT, size);
        beforeDense.apply(backend, tokens, x, in);
        dense.apply(backend, tokens, in, y, scratch, hook);
        afterDense.apply(backend, tokens, y, y);

        beforeRouter.apply(backend, tokens, x, routed);
        beforeExperts.apply(backend, tokens, x, in);
        experts.apply(backend, tokens, routed, in, chosen, scratch, hook);
        afterExperts.apply(backend, tokens, chosen, chosen);
        backend.kernel().add(chosen, 0, y, 0, size);
    }

    @Override
    public int innerWidth() {
        return Math.max(dense.innerWidth(), experts.innerWidth());
    }

    @Override
    public long bytesPerToken() {
        return dense.bytesPerToken() + experts.bytesPerToken();
    }

    @Override
    public long idleBytesPerToken() {
        return experts.idleBytesPerToken();
    }
}
