package openweights.engine.model.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The heads of one layer where layers differ, as in Gemma 4.
 *
 * @param size hd, the size of a query, key or value
 * @param keyValueHeads K
 */
public record LayerHeads(int size, int keyValueHeads) {

    /**
     * The heads of each layer: {@code per_layer_config}, as transformers 5 writes it, or the global
     * sizes of released files for the layers that see everything.
     *
     * @param sliding the heads of a layer with a window
     * @param global the heads of a layer that sees everything where {@code per_layer_config} is
     *     missing
     * @throws ModelException if layers of one type differ, or another key differs by layer
     */
    public static List<LayerHeads> read(
            Keys keys, LayerTypes layers, LayerHeads sliding, LayerHeads global) {
        Optional<Keys> own = keys.section("per_layer_config");
        List<LayerHeads> heads = new ArrayList<>();
        for (int i = 0; i < layers.sliding().size(); i++) {
            LayerHeads otherwise = layers.slides(i) ? sliding : global;
            String name = String.valueOf(i);
            heads.add(own.map(all -> one(all.section(name), sliding)).orElse(otherwise));
        }
        own.ifPresent(all -> requireKnown(keys, all));
        requireAlike(keys, layers, heads);
        return List.copyOf(heads);
    }

    /**
     * The heads of layers that see everything, by the names of released files.
     *
     * @param own those of a layer with a window
     * @param fewer whether a file may say that they have another number of keys and values
     */
    public static LayerHeads global(Keys keys, LayerHeads own, boolean fewer) {
        OptionalInt count = keys.optionalSize("num_global_key_value_heads");
        return new LayerHeads(
                keys.optionalSize("global_head_dim").orElse(512),
                fewer ? count.orElse(own.keyValueHeads) : own.keyValueHeads);
    }

    private static LayerHeads one(Optional<Keys> layer, LayerHeads otherwise) {
        if (layer.isEmpty()) {
            return otherwise;
        }
        Keys keys = layer.get();
        LayerHeads heads =
                new LayerHeads(
                        keys.optionalSize("head_dim").orElse(otherwise.size),
                        keys.optionalSize("num_key_value_heads").orElse(otherwise.keyValueHeads));
        List<String> unread = keys.unread();
        if (!unread.isEmpty()) {
            throw keys.wrong(unread.get(0), "absent: here only heads differ by layer");
        }
        return heads;
    }

    private static void requireKnown(Keys keys, Keys all) {
        if (!all.unread().isEmpty()) {
            throw keys.wrong("per_layer_config", "numbers of layers as keys");
        }
    }

    private static void requireAlike(Keys keys, LayerTypes layers, List<LayerHeads> heads) {
        for (boolean slides : new boolean[] {true, false}) {
            long kinds =
                    IntStream.range(0, heads.size())
                            .filter(i -> layers.slides(i) == slides)
                            .mapToObj(heads::get)
                            .distinct()
                            .count();
            if (kinds > 1) {
                throw keys.wrong("per_layer_config", "the same heads in all layers of a type");
            }
        }
    }
}
