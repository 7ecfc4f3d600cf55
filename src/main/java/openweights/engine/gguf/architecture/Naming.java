package openweights.engine.gguf.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufException;
import openweights.engine.gguf.GgufFault;
import openweights.engine.view.TensorView;
import openweights.engine.weights.StoredTensor;

/**
 * The names of an architecture's tensors in GGUF files, and what they are on the Hugging Face hub.
 * {@code attn_q} stands for {@code blk.0.attn_q.weight}, {@code blk.0.attn_q.bias} and so on.
 */
final class Naming {

    private static final Pattern LAYER = Pattern.compile("blk\\.(\\d{1,5})\\.(.+)\\.(\\w+)");
    private static final Pattern WHOLE = Pattern.compile("(.+)\\.(\\w+)");

    private record Entry(String name, Arrangement arrangement) {}

    private final String layerPrefix;
    private final Map<String, Entry> whole = new LinkedHashMap<>();
    private final Map<String, Entry> layered = new LinkedHashMap<>();
    private final Set<String> unused = new HashSet<>();

    /**
     * @param layerPrefix what the names of a layer's tensors begin with, before its number, such as
     *     {@code model.layers.}
     */
    Naming(String layerPrefix) {
        this.layerPrefix = layerPrefix;
    }

    /** A tensor of the model as a whole. */
    Naming whole(String stored, String name, Arrangement arrangement) {
        whole.put(stored, new Entry(name, arrangement));
        return this;
    }

    Naming whole(String stored, String name) {
        return whole(stored, name, Arrangement.SAME);
    }

    /** A tensor of each layer. */
    Naming layer(String stored, String name, Arrangement arrangement) {
        layered.put(stored, new Entry(name, arrangement));
        return this;
    }

    Naming layer(String stored, String name) {
        return layer(stored, name, Arrangement.SAME);
    }

    /** Tensors whose numbers are in the configuration. */
    Naming unused(String... names) {
        unused.addAll(List.of(names));
        return this;
    }

    /**
     * The tensors of a file under their names on the hub.
     *
     * @throws GgufException if there is one without a name
     */
    List<TensorView> read(Gguf file) {
        List<TensorView> views = new ArrayList<>();
        for (StoredTensor tensor : file.tensors()) {
            if (!unused.contains(tensor.name())) {
                views.addAll(read(tensor));
            }
        }
        return views;
    }

    private List<TensorView> read(StoredTensor tensor) {
        Matcher layer = LAYER.matcher(tensor.name());
        if (layer.matches()) {
            Entry entry = find(layered, layer.group(2), tensor);
            String name = layerPrefix + layer.group(1) + "." + entry.name();
            return entry.arrangement().read(name + "." + layer.group(3), tensor);
        }
        Matcher name = WHOLE.matcher(tensor.name());
        Entry entry = find(whole, name.matches() ? name.group(1) : "", tensor);
        return entry.arrangement().read(entry.name() + "." + name.group(2), tensor);
    }

    /** The name of a family's tensor in GGUF files, and its rows in their order. */
    TensorView write(TensorView tensor) {
        String name = tensor.name();
        String bare = name.startsWith("transformer.") ? name.substring("transformer.".length()) : name;
        for (String spelled : List.of(name, bare)) {
            String stem = spelled.substring(0, spelled.lastIndexOf('.'));
            String suffix = spelled.substring(stem.length());
            for (Map.Entry<String, Entry> entry : whole.entrySet()) {
                if (entry.getValue().name().equals(stem)) {
                    return entry.getValue().arrangement().write(entry.getKey() + suffix, tensor);
                }
            }
            Matcher layer = Pattern.compile(Pattern.quote(layerPrefix) + "(\\d+)\\.(.+)").matcher(stem);
            for (Map.Entry<String, Entry> entry : layered.entrySet()) {
                if (layer.matches() && entry.getValue().name().equals(layer.group(2))) {
                    String stored = "blk." + layer.group(1) + "." + entry.getKey();
                    return entry.getValue().arrangement().write(stored + suffix, tensor);
                }
            }
        }
        throw new UserException(
                tensor.origin() + " has no name in GGUF files of this architecture.");
    }

    private static Entry find(Map<String, Entry> entries, String key, StoredTensor tensor) {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw new GgufException(
                    GgufFault.UNKNOWN_TENSOR,
                    tensor.file(),
                    tensor.name(),
                    tensor.fileOffset(),
                    "is not a tensor of this architecture; known ones are " + entries.keySet());
        }
        return entry;
    }
}
