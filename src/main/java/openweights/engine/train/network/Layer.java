package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/**
 * One layer: {@code middle = x + attention(norm(x))}, {@code y = middle + mlp(norm(middle))}. It
 * keeps the activations that the backward pass needs.
 */
final class Layer {

    private final int rotatedHeads; // of queries and keys
    private final int inner;
    private final Norm attentionNorm;
    private final Linear qkvProduct;
    private final Attention attention;
    private final Linear output;
    private final Norm mlpNorm;
    private final Linear gateUpProduct;
    private final Linear down;

    private final Activations normed; // [d]
    private final Activations qkv; // [(H + 2K) hd]
    private final Activations mixed; // [d]
    private final Activations middle; // [d]
    private final Activations middleNormed; // [d]
    private final Activations gateUp; // [2f]
    private final Activations product; // [f], silu(gate) * up

    Layer(NetworkConfig config, Parameters.Layer parameters) {
        rotatedHeads = config.numAttentionHeads() + config.numKeyValueHeads();
        inner = config.intermediateSize();
        attentionNorm = new Norm(parameters.attentionNorm(), config.rmsNormEps());
        qkvProduct = new Linear(parameters.qkv());
        attention = new Attention(config);
        output = new Linear(parameters.output());
        mlpNorm = new Norm(parameters.mlpNorm(), config.rmsNormEps());
        gateUpProduct = new Linear(parameters.gateUp());
        down = new Linear(parameters.down());
        normed = new Activations(config.hiddenSize());
        qkv = new Activations(config.qkvWidth());
        mixed = new Activations(config.hiddenSize());
        middle = new Activations(config.hiddenSize());
        middleNormed = new Activations(config.hiddenSize());
        gateUp = new Activations(2 * inner);
        product = new Activations(inner);
    }

    void forward(Pass pass, Positions positions, CausalMask mask, Activations x, Activations y) {
        int strips = pass.chunk().strips();
        attentionNorm.forward(pass, x, normed.reserve(strips));
        qkvProduct.forward(pass, normed, qkv.clear(strips));
        for (int s = 0; s < strips; s++) {
            positions.rotate(pass, qkv, s, rotatedHeads);
        }
        attention.forward(pass, mask, qkv, mixed.clear(strips));
        output.forward(pass, mixed, middle.copy(x, strips));

        mlpNorm.forward(pass, middle, middleNormed.reserve(strips));
        gateUpProduct.forward(pass, middleNormed, gateUp.clear(strips));
        product.reserve(strips);
        for (int s = 0; s < strips; s++) {
            int up = gateUp.at(s) + inner * TiledOps.WIDTH;
            pass.strips()
                    .swiglu(
                            gateUp.values,
                            gateUp.at(s),
                            up,
                            inner * TiledOps.WIDTH,
                            product.values,
                            product.at(s));
        }
        down.forward(pass, product, y.copy(middle, strips));
    }

    /**
     * The backward pass, after {@link #forward} of the same chunk.
     *
     * @param d the gradient with respect to y; becomes the gradient with respect to x
     */
    void backward(
            Pass pass,
            Positions positions,
            CausalMask mask,
            Activations x,
            Activations d,
            Scratch scratch) {
        int strips = pass.chunk().strips();
        down.gradient(pass, product, d);
        down.backward(pass, d, scratch.dInner.clear(strips));
        Activations dGateUp = gateUp; // overwritten, as it is not needed again
        for (int s = 0; s < strips; s++) {
            int up = gateUp.at(s) + inner * TiledOps.WIDTH;
            pass.strips()
                    .swigluBackward(
                            dGateUp.values,
                            gateUp.at(s),
                            up,
                            inner * TiledOps.WIDTH,
                            scratch.dInner.values,
                            scratch.dInner.at(s));
        }
        gateUpProduct.gradient(pass, middleNormed, dGateUp);
        gateUpProduct.backward(pass, dGateUp, scratch.dNormed.clear(strips));
        mlpNorm.backward(pass, middle, scratch.dNormed, d);

        output.gradient(pass, mixed, d);
        output.backward(pass, d, scratch.dMixed.clear(strips));
        Activations dQkv = scratch.dQkv.clear(strips);
        attention.backward(pass, mask, qkv, scratch.dMixed, dQkv);
        for (int s = 0; s < strips; s++) {
            positions.rotateBack(pass, dQkv, s, rotatedHeads);
        }
        qkvProduct.gradient(pass, normed, dQkv);
        qkvProduct.backward(pass, dQkv, scratch.dNormed.clear(strips));
        attentionNorm.backward(pass, x, scratch.dNormed, d);
    }
}
