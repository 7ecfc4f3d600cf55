package openweights.engine.gguf.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufException;
import openweights.engine.gguf.GgufFault;
import openweights.engine.view.StoredView;
import openweights.engine.view.TensorView;
import openweights.engine.weights.StoredTensor;

/**
 * Tensors of each layer that GGUF files have in another form, as several, or under names with other
 * ends. All names are whole ones here, such as {@code attn_sinks.weight}.
 */
final class Compositions {

    private static final Pattern LAYER = Pattern.compile("blk\\.(\\d{1,5})\\.(.+)");

    private record Entry(String name, Form form, List<String> stored) {}

    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param name of a family's tensor, without the layer's prefix
     * @param stored its names in the file, without the layer's
     */
    void add(String name, Form form, String... stored) {
        entries.add(new Entry(name, form, List.of(stored)));
    }

    /**
     * The tensors that begin with this one of a file; none if it is the second of a pair.
     *
     * @return empty if it is none of these
     * @throws GgufException if a part is missing, or parts do not go together
     */
    Optional<List<TensorView>> read(String layerPrefix, Gguf file, StoredTensor tensor) {
        Matcher layer = LAYER.matcher(tensor.name());
        if (!layer.matches()) {
            return Optional.empty();
        }
        for (Entry entry : entries) {
            int index = entry.stored().indexOf(layer.group(2));
            if (index == 0) {
                String name = layerPrefix + layer.group(1) + "." + entry.name();
                return Optional.of(List.of(read(name, entry, layer.group(1), file, tensor)));
            }
            if (index > 0) {
                return Optional.of(List.of());
            }
        }
        return Optional.empty();
    }

    private static TensorView read(
            String name, Entry entry, String layer, Gguf file, StoredTensor first) {
        List<TensorView> parts = new ArrayList<>();
        for (String stored : entry.stored()) {
            String whole = "blk." + layer + "." + stored;
            StoredTensor part =
                    file.tensor(whole)
                            .orElseThrow(() -> fault(first, "needs \"" + whole + "\" beside it"));
            parts.add(StoredView.of(whole, part));
        }
        try {
            return entry.form().read(name, parts);
        } catch (IllegalArgumentException e) {
            throw otherShape(first, e);
        }
    }

    /** The exception for a tensor whose rows or parts do not go together. */
    static GgufException otherShape(StoredTensor tensor, IllegalArgumentException e) {
        String problem = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
        return fault(tensor, "has another shape than expected: " + problem);
    }

    private static GgufException fault(StoredTensor tensor, String message) {
        return new GgufException(
                GgufFault.UNKNOWN_TENSOR,
                tensor.file(),
                tensor.name(),
                tensor.fileOffset(),
                message);
    }

    /**
     * The tensors to store for one of a family.
     *
     * @param name without the layer's prefix
     * @return none if it is not one of these
     */
    List<TensorView> write(String layer, String name, TensorView tensor) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(
                        entry ->
                                entry.form()
                                        .write(
                                                entry.stored().stream()
                                                        .map(
                                                                stored ->
                                                                        "blk." + layer + "."
                                                                                + stored)
                                                        .toList(),
                                                tensor))
                .orElse(List.of());
    }
}
