package openweights.engine.gguf.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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

    private static final Pattern OUTER =
            Pattern.compile("(language_model\\.|model\\.|transformer\\.|gpt_neox\\.)+");

    /** The number of an expert, or of a head. */
    private static final Pattern NUMBER = Pattern.compile("\\.(\\d+)(?=\\.|$)");

    private record Entry(String name, Arrangement arrangement) {}

    /**
     * Where a family's tensor goes.
     *
     * @param stored the name in GGUF files
     * @param number which part of the stored tensor it is, where several are stored as one
     */
    record Place(String stored, Arrangement arrangement, int number) {}

    private final String layerPrefix;
    private final Map<String, Entry> whole = new LinkedHashMap<>();
    private final Map<String, Entry> layered = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> unused = new HashSet<>();
    private final Compositions compositions = new Compositions();
    private final LayerNumbers numbers;

    /**
     * @param layerPrefix what the names of a layer's tensors begin with, before its number, such as
     *     {@code model.layers.}
     */
    Naming(String layerPrefix) {
        this.layerPrefix = layerPrefix;
        this.numbers = new LayerNumbers(layerPrefix);
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

    /**
     * A tensor of each layer in another form, as several, or with another end of its name.
     *
     * @param name the whole name after the layer's number, and so are those in the file
     */
    Naming composed(String name, Form form, String... stored) {
        compositions.add(name, form, stored);
        return this;
    }

    /** A number of each layer, which files have in a list under a key. */
    Naming number(String name, List<Long> shape, String key) {
        numbers.add(name, shape, key);
        return this;
    }

    /** A tensor that the architecture does not have in its layers. */
    Naming without(String stored) {
        layered.remove(stored);
        return this;
    }

    /** Another name that families have for a tensor. */
    Naming alias(String other, String name) {
        aliases.put(other, name);
        return this;
    }

    /** Tensors whose numbers are in the configuration. */
    Naming unused(String... names) {
        unused.addAll(List.of(names));
        return this;
    }

    /**
     * The tensors of a file under their names on the hub.
     *
     * @param passedOver whether a tensor has no part in the logits, by its name
     * @throws GgufException if there is one without a name
     */
    List<TensorView> read(Gguf file, Predicate<String> passedOver) {
        List<TensorView> views = new ArrayList<>(numbers.read(file));
        for (StoredTensor tensor : file.tensors()) {
            if (!unused.contains(tensor.name()) && !passedOver.test(tensor.name())) {
                views.addAll(
                        compositions.read(layerPrefix, file, tensor).orElseGet(() -> read(tensor)));
            }
        }
        return views;
    }

    private List<TensorView> read(StoredTensor tensor) {
        Matcher layer = LAYER.matcher(tensor.name());
        if (layer.matches()) {
            Entry entry = find(layered, layer.group(2), tensor);
            String name = layerPrefix + layer.group(1) + "." + entry.name();
            return read(entry, name + "." + layer.group(3), tensor);
        }
        Matcher name = WHOLE.matcher(tensor.name());
        Entry entry = find(whole, name.matches() ? name.group(1) : "", tensor);
        return read(entry, entry.name() + "." + name.group(2), tensor);
    }

    private static List<TensorView> read(Entry entry, String name, StoredTensor tensor) {
        try {
            return entry.arrangement().read(name, tensor);
        } catch (IllegalArgumentException e) {
            throw Compositions.otherShape(tensor, e);
        }
    }

    LayerNumbers numbers() {
        return numbers;
    }

    /** The tensors to store for one that has another form in files; none if it has the same. */
    List<TensorView> composed(TensorView tensor) {
        String name = bare(tensor.name());
        String prefix = bare(layerPrefix);
        if (!name.startsWith(prefix)) {
            return List.of();
        }
        int end = name.indexOf('.', prefix.length());
        return compositions.write(
                name.substring(prefix.length(), end), name.substring(end + 1), tensor);
    }

    /**
     * Where a family's tensor goes.
     *
     * @throws UserException if it has no name in GGUF files
     */
    Place place(TensorView tensor) {
        String name = bare(tensor.name());
        int dot = name.lastIndexOf('.');
        String stem = name.substring(0, dot);
        String suffix = name.substring(dot);
        String prefix = bare(layerPrefix);
        boolean inLayer = stem.startsWith(prefix);
        int end = inLayer ? stem.indexOf('.', prefix.length()) : 0;
        String key = inLayer ? stem.substring(end + 1) : stem;
        Matcher number = NUMBER.matcher(key);
        boolean numbered = number.find();
        int index = numbered ? Integer.parseInt(number.group(1)) : 0;
        String general = numbered ? number.replaceFirst(".*") : key;
        for (Map.Entry<String, Entry> entry : (inLayer ? layered : whole).entrySet()) {
            if (bare(entry.getValue().name()).equals(aliases.getOrDefault(general, general))) {
                String layer = inLayer ? "blk." + stem.substring(prefix.length(), end) + "." : "";
                return new Place(
                        layer + entry.getKey() + suffix, entry.getValue().arrangement(), index);
            }
        }
        throw new UserException(
                tensor.origin() + " has no name in GGUF files of this architecture.");
    }

    /** A name without what stands before it in some files. */
    private static String bare(String name) {
        Matcher outer = OUTER.matcher(name);
        return outer.lookingAt() ? name.substring(outer.end()) : name;
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
