package openweights.engine.model.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import openweights.engine.math.Reach;

/**
 * How far the queries of each layer see: {@code layer_types} in config.json, or a rule of the
 * family where it is missing.
 *
 * @param sliding whether a layer is of the type "sliding_attention"
 */
public record LayerTypes(List<Reach> reaches, List<Boolean> sliding) {

    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final String LINEAR = "linear_attention";
    private static final String CHUNKED = "chunked_attention";

    /**
     * @param window positions that a sliding layer sees; 0 if config.json says null
     * @param slides which layers slide where config.json does not say it
     */
    public static LayerTypes read(Keys keys, int layers, int window, IntPredicate slides) {
        List<String> types = new ArrayList<>();
        if (keys.has("layer_types")) {
            types.addAll(listed(keys, layers, SLIDING));
        } else {
            for (int i = 0; i < layers; i++) {
                types.add(slides.test(i) ? SLIDING : FULL);
            }
        }
        if (types.contains(SLIDING) && window == 0) {
            throw keys.wrong("sliding_window", "a number, because some layers slide");
        }
        return of(types, Reach.window(window));
    }

    /**
     * @param chunk positions in a chunk; 0 if config.json says null
     * @param chunked which layers are chunked where config.json does not say it
     */
    public static LayerTypes readChunked(Keys keys, int layers, int chunk, IntPredicate chunked) {
        List<String> types = new ArrayList<>();
        if (keys.has("layer_types")) {
            types.addAll(listed(keys, layers, CHUNKED));
        } else {
            for (int i = 0; i < layers; i++) {
                types.add(chunk > 0 && chunked.test(i) ? CHUNKED : FULL);
            }
        }
        if (types.contains(CHUNKED) && chunk == 0) {
            throw keys.wrong("attention_chunk_size", "a number, because some layers are chunked");
        }
        return of(types, Reach.chunk(chunk));
    }

    /**
     * Which layers are of the type "linear_attention"; the others see everything.
     *
     * @param linear which layers are where config.json does not say it
     */
    public static List<Boolean> readLinear(Keys keys, int layers, IntPredicate linear) {
        return keys.has("layer_types")
                ? listed(keys, layers, LINEAR).stream().map(LINEAR::equals).toList()
                : IntStream.range(0, layers).mapToObj(linear::test).toList();
    }

    /** The same, but the last layer sees everything, as in Gemma 4. */
    public LayerTypes lastFull() {
        int last = reaches.size() - 1;
        List<Reach> newReaches = new ArrayList<>(reaches);
        List<Boolean> newSliding = new ArrayList<>(sliding);
        newReaches.set(last, Reach.ALL);
        newSliding.set(last, false);
        return new LayerTypes(List.copyOf(newReaches), List.copyOf(newSliding));
    }

    public Reach reach(int layer) {
        return reaches.get(layer);
    }

    public boolean slides(int layer) {
        return sliding.get(layer);
    }

    /** The last layer of another's type among the first {@code count}; -1 if there is none. */
    public int lastLike(int layer, int count) {
        int last = count - 1;
        while (last >= 0 && slides(last) != slides(layer)) {
            last--;
        }
        return last;
    }

    /** Positions that the layer with the longest reach sees; 0 for all. */
    public int widest() {
        return reaches.contains(Reach.ALL)
                ? 0
                : reaches.stream().mapToInt(Reach::size).max().orElse(0);
    }

    private static LayerTypes of(List<String> types, Reach limited) {
        return new LayerTypes(
                types.stream().map(type -> type.equals(FULL) ? Reach.ALL : limited).toList(),
                types.stream().map(SLIDING::equals).toList());
    }

    private static List<String> listed(Keys keys, int layers, String limited) {
        List<String> types = keys.texts("layer_types");
        if (types.size() != layers) {
            throw keys.wrong("layer_types", "a list of " + layers + ", one for each layer");
        }
        if (!types.stream().allMatch(type -> type.equals(FULL) || type.equals(limited))) {
            throw keys.wrong("layer_types", "a list of " + FULL + " and " + limited);
        }
        return types;
    }
}
