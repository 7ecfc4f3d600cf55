package openweights.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.base.TerminalText;
import openweights.engine.gguf.Gguf;
import openweights.engine.model.config.GenerationKeys;

/**
 * Says what a model's {@code generation_config.json}, or the file in its place, asks for and is not
 * followed here.
 */
public final class GenerationNotes {

    private static final int SHOWN = 60;

    /** Read in {@link GenerationConfig}, or with the model's special tokens. */
    private static final Set<String> READ =
            Set.of(
                    "begin_suppress_tokens",
                    "bos_token_id",
                    "do_sample",
                    "eos_token_id",
                    "min_p",
                    "repetition_penalty",
                    "suppress_tokens",
                    "temperature",
                    "top_k",
                    "top_p");

    /** What a text says does not depend on them, or the user says it anew for each text. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of(
                    "_from_model_config",
                    "assistant_confidence_threshold",
                    "assistant_early_exit",
                    "assistant_ensemble_weight",
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
                    "speculation_type",
                    "target_lookbehind",
                    "transformers_version",
                    "use_cache",
                    "use_mtp");

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

    /** Of a GGUF file; what other keys mean depends on one that switches them on. */
    private static final Set<String> READ_IN_GGUF =
            Set.of(
                    "temp",
                    "top_k",
                    "top_p",
                    "min_p",
                    "penalty_repeat",
                    "mirostat_eta",
                    "mirostat_tau",
                    "xtc_threshold");

    private static final Map<String, Double> OFF_IN_GGUF =
            Map.of("mirostat", 0.0, "penalty_last_n", -1.0, "xtc_probability", 0.0);

    private GenerationNotes() {}

    /**
     * One note for each such key; none if there is no such file.
     *
     * @param model a folder, or a {@code .gguf} file
     */
    public static List<String> of(Path model) {
        try {
            Optional<GenerationKeys> json = GenerationKeys.read(model);
            if (json.isPresent()) {
                return inJson(json.get());
            }
            Optional<Path> gguf = Gguf.at(model).filter(Files::exists);
            return gguf.isPresent() ? inGguf(gguf.get()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> inJson(GenerationKeys keys) {
        return keys.settings().stream()
                .filter(each -> !followed(each.name(), each.value()))
                .map(each -> note(each.where(), each.name(), each.value(), "transformers"))
                .toList();
    }

    private static List<String> inGguf(Path file) throws IOException {
        List<String> notes = new ArrayList<>();
        Gguf.open(file)
                .metadata()
                .values()
                .forEach(
                        (key, value) -> {
                            if (key.startsWith(GenerationConfig.GGUF)
                                    && !followedInGguf(key, value)) {
                                notes.add(note(file.toString(), key, value, "llama.cpp"));
                            }
                        });
        return notes;
    }

    private static boolean followedInGguf(String whole, Object value) {
        String key = whole.substring(GenerationConfig.GGUF.length());
        boolean off =
                value instanceof Number number
                        && OFF_IN_GGUF.containsKey(key)
                        && number.doubleValue() == OFF_IN_GGUF.get(key);
        return off || READ_IN_GGUF.contains(key);
    }

    private static String note(String where, String key, Object value, String program) {
        return "%s: \"%s\" is %s, which is not followed here; %s may write another text."
                .formatted(
                        where,
                        TerminalText.printable(key, SHOWN),
                        TerminalText.printable(value.toString(), SHOWN),
                        program);
    }

    private static boolean followed(String key, JsonNode value) {
        boolean off =
                (value.isBoolean() && !value.asBoolean())
                        || (value.isContainerNode() && value.isEmpty())
                        || (value.isNumber()
                                && OFF.containsKey(key)
                                && value.asDouble() == OFF.get(key));
        return off || READ.contains(key) || WITHOUT_EFFECT.contains(key);
    }
}
