package openweights.model;

/**
 * Shows activations to a tap under the name of the layer they belong to. When nobody looks, each
 * call is one comparison.
 */
record Watch(Tap tap, String prefix) {

    static final Watch OFF = new Watch(Tap.NONE, "");

    static Watch of(Tap tap) {
        return tap == Tap.NONE ? OFF : new Watch(tap, "");
    }

    boolean on() {
        return this != OFF;
    }

    Watch layer(int layer) {
        return on() ? new Watch(tap, "layers." + layer + ".") : this;
    }

    void see(String name, float[] data, int rows, int width) {
        see(name, data, 0, width, rows, width);
    }

    void see(String name, float[] data, int at, int stride, int rows, int width) {
        if (on()) {
            tap.see(prefix + name, new Rows(data, at, stride, rows, width));
        }
    }
}
