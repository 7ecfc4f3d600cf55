package openweights.engine.model.layer;

/**
 * Shows activations to a tap under the name of the layer they belong to. When nobody looks, each
 * call is one comparison.
 */
public record LayerHook(ActivationHook tap, String prefix) {

    public static final LayerHook OFF = new LayerHook(ActivationHook.NONE, "");

    public static LayerHook of(ActivationHook tap) {
        return tap == ActivationHook.NONE ? OFF : new LayerHook(tap, "");
    }

    @SuppressWarnings("ReferenceEquality")
    public // There is one OFF.
    boolean on() {
        return this != OFF;
    }

    public LayerHook layer(int layer) {
        return on() ? new LayerHook(tap, "layers." + layer + ".") : this;
    }

    public void see(String name, float[] data, int rows, int width) {
        see(name, data, 0, width, rows, width);
    }

    public void see(String name, float[] data, int at, int stride, int rows, int width) {
        if (on()) {
            tap.see(prefix + name, new Rows(data, at, stride, rows, width));
        }
    }
}
