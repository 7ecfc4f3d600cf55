package openweights.engine.gguf.architecture;

import java.util.List;
import java.util.Set;

/**
 * What multimodal models have beside their text part, which some programs write into the same file:
 * keys and tensors of what sees and hears, and of layers that only guess later tokens. A text is
 * computed without them.
 */
final class OtherParts {

    private static final List<String> KEYS = List.of("vision.", "audio.", "mm.");

    private static final Set<String> SINGLE_KEYS =
            Set.of(
                    "image_token_id",
                    "image_token_index",
                    "spatial_merge_size",
                    "vision_start_token_id",
                    "vision_end_token_id");

    private static final List<String> TENSORS =
            List.of("v.", "a.", "mm.", "mtp.", "model.vision_tower.");

    private OtherParts() {}

    /**
     * @param key without the architecture's name
     */
    static boolean haveKey(String key) {
        return SINGLE_KEYS.contains(key) || KEYS.stream().anyMatch(key::startsWith);
    }

    static boolean haveTensor(String name) {
        return TENSORS.stream().anyMatch(name::startsWith);
    }
}
