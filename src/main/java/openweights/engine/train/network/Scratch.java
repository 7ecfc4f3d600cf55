package openweights.engine.train.network;

/** Temporary gradients of a layer's backward pass; all layers share them. */
final class Scratch {

    final Activations dNormed;
    final Activations dQkv;
    final Activations dMixed;
    final Activations dInner;

    Scratch(NetworkConfig config) {
        dNormed = new Activations(config.hiddenSize());
        dQkv = new Activations(config.qkvWidth());
        dMixed = new Activations(config.hiddenSize());
        dInner = new Activations(config.intermediateSize());
    }
}
