package openweights.engine.train.network;

/** What the way back needs for a moment; the layers share it. */
final class Scratch {

    final Activations dNormed;
    final Activations dQkv;
    final Activations dMixed;
    final Activations dInner;

    Scratch(NetworkConfig shape) {
        dNormed = new Activations(shape.hiddenSize());
        dQkv = new Activations(shape.qkvWidth());
        dMixed = new Activations(shape.hiddenSize());
        dInner = new Activations(shape.intermediateSize());
    }
}
