package openweights.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.base.Json;
import openweights.base.SmallFile;
import openweights.base.TerminalText;

/** Says what a model's {@code generation_config.json} asks for and is not followed here. */
public final class GenerationNotes {

    private static final int SHOWN = 60;

    /** Read in {@link GenerationConfig}, or with the model's special tokens. */
    private static final Set<String> READ =
            Set.of(
                    "bos_token_id",
                    "do_sample",
                    "eos_token_id",
                    "min_p",
                    "repetition_penalty",
                    "temperature",
                    "top_k",
                    "top_p");

    /** What a text says does not depend on them, or the user says it anew for each text. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of(
                    "_from_model_config",
                    "assistant_confidence_threshold",
                    "assistant_early_exit",
                    "assistant_lookbehind",
                    "cache_config",
                    "cache_implementation",
                    "chat_format",
                    "compile_config",
                    "continuous_batching_config",
                    "decoder_start_token_id",
                    "disable_compile",
                    "early_stopping",
                    "is_assistant",
                    "length_penalty",
                    "low_memory",
                    "max_cache_len",
                    "max_length",
                    "max_matching_ngram_size",
                    "max_new_tokens",
                    "max_time",
                    "max_window_size",
                    "num_assistant_tokens",
                    "num_assistant_tokens_schedule",
                    "num_return_sequences",
                    "output_attentions",
                    "output_hidden_states",
                    "output_logits",
                    "output_scores",
                    "pad_token_id",
                    "prefill_chunk_size",
                    "prompt_lookup_num_tokens",
                    "remove_invalid_values",
                    "renormalize_logits",
                    "return_dict_in_generate",
                    "target_lookbehind",
                    "transformers_version",
                    "use_cache");

    /** Values that switch a key off. */
    private static final Map<String, Double> OFF =
            Map.ofEntries(
                    Map.entry("diversity_penalty", 0.0),
                    Map.entry("encoder_no_repeat_ngram_size", 0.0),
                    Map.entry("encoder_repetition_penalty", 1.0),
                    Map.entry("epsilon_cutoff", 0.0),
                    Map.entry("eta_cutoff", 0.0),
                    Map.entry("guidance_scale", 1.0),
                    Map.entry("min_length", 0.0),
                    Map.entry("min_new_tokens", 0.0),
                    Map.entry("no_repeat_ngram_size", 0.0),
                    Map.entry("num_beam_groups", 1.0),
                    Map.entry("num_beams", 1.0),
                    Map.entry("penalty_alpha", 0.0),
                    Map.entry("typical_p", 1.0));

    private GenerationNotes() {}

    /** One note for each such key; none if the folder has no such file. */
    public static List<String> of(Path folder) {
        Path file = folder.resolve("generation_config.json");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        try {
            for (Map.Entry<String, JsonNode> entry :
                    Json.read(file.toString(), SmallFile.bytes(file)).properties()) {
                if (!followed(entry.getKey(), entry.getValue())) {
                    String key = TerminalText.printable(entry.getKey(), SHOWN);
                    String value = TerminalText.printable(entry.getValue().toString(), SHOWN);
                    notes.add(
                            "%s: \"%s\" is %s, which is not followed here; transformers may write another text."
                                    .formatted(file, key, value));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return notes;
    }

    private static boolean followed(String key, JsonNode value) {
        boolean off =
                value.isNull()
                        || (value.isBoolean() && !value.asBoolean())
                        || (value.isContainerNode() && value.isEmpty())
                        || (value.isNumber()
                                && OFF.containsKey(key)
                                && value.asDouble() == OFF.get(key));
        return off || READ.contains(key) || WITHOUT_EFFECT.contains(key);
    }
}
