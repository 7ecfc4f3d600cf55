package openweights.engine.model.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a model's folder says about choosing tokens: its {@code generation_config.json}, or, in
 * releases from before that file was common, {@code config.json}.
 *
 * <p>As in transformers, one file alone counts. In config.json the keys are those of the model, and
 * where it has none, those of its text part; null is the same as none.
 */
public final class GenerationKeys {

    /** One key with a value. */
    public record Setting(String where, String name, JsonNode value) {}

    /** Sections of config.json that may have the keys instead; the first that is there counts. */
    private static final List<String> TEXT_PARTS = List.of("decoder", "generator", "text_config");

    /** Keys of config.json that are about choosing tokens and not about the model. */
    private static final Set<String> NAMES =
            Set.of(
                    "bad_words_ids",
                    "begin_suppress_tokens",
                    "constraints",
                    "diversity_penalty",
                    "do_sample",
                    "dola_layers",
                    "early_stopping",
                    "encoder_no_repeat_ngram_size",
                    "encoder_repetition_penalty",
                    "epsilon_cutoff",
                    "eta_cutoff",
                    "exponential_decay_length_penalty",
                    "force_words_ids",
                    "forced_bos_token_id",
                    "forced_eos_token_id",
                    "guidance_scale",
                    "length_penalty",
                    "max_length",
                    "max_new_tokens",
                    "max_time",
                    "min_length",
                    "min_new_tokens",
                    "min_p",
                    "no_repeat_ngram_size",
                    "num_beam_groups",
                    "num_beams",
                    "num_return_sequences",
                    "output_logits",
                    "output_scores",
                    "penalty_alpha",
                    "remove_invalid_values",
                    "renormalize_logits",
                    "repetition_penalty",
                    "return_dict_in_generate",
                    "sequence_bias",
                    "stop_strings",
                    "suppress_tokens",
                    "temperature",
                    "token_healing",
                    "top_h",
                    "top_k",
                    "top_p",
                    "typical_p",
                    "watermarking_config");

    private final List<Keys> parts;
    private final Predicate<String> names;

    private GenerationKeys(List<Keys> parts, Predicate<String> names) {
        this.parts = parts;
        this.names = names;
    }

    /**
     * The keys of a folder; none if it has neither file.
     *
     * @throws ModelException if the file is damaged
     */
    public static Optional<GenerationKeys> read(Path folder) {
        Path config = folder.resolve("config.json");
        return own(folder)
                .or(
                        () ->
                                Files.exists(config)
                                        ? Optional.of(of(Keys.read(config)))
                                        : Optional.empty());
    }

    /** Those of generation_config.json. */
    static Optional<GenerationKeys> own(Path folder) {
        Path file = folder.resolve("generation_config.json");
        return Files.exists(file)
                ? Optional.of(new GenerationKeys(List.of(Keys.readStrictly(file)), name -> true))
                : Optional.empty();
    }

    /** Those of config.json. */
    static GenerationKeys of(Keys config) {
        Optional<Keys> text =
                TEXT_PARTS.stream()
                        .flatMap(name -> config.section(name).stream())
                        .filter(part -> !part.isEmpty())
                        .findFirst();
        return new GenerationKeys(
                Stream.concat(Stream.of(config), text.stream()).toList(), GenerationKeys::contain);
    }

    /** True for a key that may stand in config.json and is not about the model. */
    static boolean contain(String name) {
        return NAMES.contains(name);
    }

    /** The file. */
    public String where() {
        return parts.get(0).where();
    }

    /** The part that has this key; if none has it, any. */
    public Keys with(String name) {
        return parts.stream().filter(part -> part.has(name)).findFirst().orElse(parts.get(0));
    }

    /** All of them that have a value, in the order of the file. */
    public Collection<Setting> settings() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Keys part : parts) {
            part.values()
                    .forEach(
                            (name, value) -> {
                                if (names.test(name)) {
                                    settings.putIfAbsent(
                                            name, new Setting(part.where(), name, value));
                                }
                            });
        }
        return settings.values();
    }
}
