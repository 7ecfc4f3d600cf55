package openweights.engine.model.layer;

/**
 * Calls a hook with activations under the name of their layer. Without a hook, each call costs one
 * comparison.
 */
public record LayerHook(ActivationHook hook, String prefix) {

    public static final LayerHook OFF = new LayerHook(ActivationHook.NONE, "");

    public static LayerHook of(ActivationHook hook) {
        return hook == ActivationHook.NONE ? OFF : new LayerHook(hook, "");
    }

    @SuppressWarnings("ReferenceEquality")
    public // There is one OFF.
    boolean on() {
        return this != OFF;
    }

    public LayerHook layer(int layer) {
        return on() ? new LayerHook(hook, "layers." + layer + ".") : this;
    }

    public void see(String name, float[] data, int rows, int width) {
        see(name, data, 0, width, rows, width);
    }

    public void see(String name, float[] data, int at, int stride, int rows, int width) {
        if (on()) {
            hook.see(prefix + name, new Rows(data, at, stride, rows, width));
        }
    }
}
