package openweights.engine.gguf.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.engine.gguf.Gguf;
import openweights.engine.view.Numbers;
import openweights.engine.view.TensorView;

/** Tensors of one number in each layer, which GGUF files have as lists among their keys. */
final class LayerNumbers {

    /** What the names of all these keys begin with. */
    static final String PREFIX = "xielu.";

    private record Entry(String name, List<Long> shape, String key) {}

    private final String layerPrefix;
    private final List<Entry> entries = new ArrayList<>();

    LayerNumbers(String layerPrefix) {
        this.layerPrefix = layerPrefix;
    }

    /**
     * @param name without the layer's prefix
     * @param shape empty, or with one axis of size 1
     * @param key the whole one
     */
    void add(String name, List<Long> shape, String key) {
        entries.add(new Entry(name, shape, key));
    }

    /**
     * @throws openweights.engine.gguf.GgufException if a list is missing
     */
    List<TensorView> read(Gguf file) {
        List<TensorView> views = new ArrayList<>();
        for (Entry entry : entries) {
            List<Double> numbers =
                    file.metadata()
                            .numbers(entry.key())
                            .orElseThrow(() -> file.metadata().missing(entry.key()));
            for (int i = 0; i < numbers.size(); i++) {
                views.add(
                        new Numbers(
                                layerPrefix + i + "." + entry.name(),
                                entry.shape(),
                                List.of(numbers.get(i).floatValue()),
                                file.file() + ": key \"" + entry.key() + "\""));
            }
        }
        return views;
    }

    boolean reads(String key) {
        return entries.stream().anyMatch(entry -> entry.key().equals(key));
    }

    boolean has(TensorView tensor) {
        return entries.stream().anyMatch(entry -> tensor.name().endsWith("." + entry.name()));
    }

    /** The lists for a family's tensors, by key. */
    Map<String, List<Float>> write(Collection<TensorView> tensors) {
        Map<String, List<Float>> lists = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Map<Integer, Float> layers = new TreeMap<>();
            for (TensorView tensor : tensors) {
                if (tensor.name().endsWith("." + entry.name())) {
                    layers.put(layer(tensor, entry), tensor.floats(0, 1)[0]);
                }
            }
            lists.put(entry.key(), List.copyOf(layers.values()));
        }
        return lists;
    }

    private static int layer(TensorView tensor, Entry entry) {
        String before =
                tensor.name().substring(0, tensor.name().length() - entry.name().length() - 1);
        return Integer.parseInt(before.substring(before.lastIndexOf('.') + 1));
    }
}
