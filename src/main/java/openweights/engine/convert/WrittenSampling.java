package openweights.engine.convert;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import openweights.base.UserException;
import openweights.engine.generate.GenerationConfig;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.model.config.SpecialIds;

/** How a model's authors recommend to choose tokens, as files of both formats say it. */
final class WrittenSampling {

    private WrittenSampling() {}

    /**
     * Keys of a GGUF file; none if nothing is recommended.
     *
     * @throws UserException if GGUF files have no key for it
     */
    static Map<String, Object> keys(Path model, SpecialIds special) {
        Set<Integer> first = special.suppressed().first();
        if (!first.isEmpty()) {
            throw new UserException(
                    "%s: \"begin_suppress_tokens\" is %s, and GGUF files cannot say that. The model was not written."
                            .formatted(model, sorted(first)));
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        if (!special.suppressed().always().isEmpty()) {
            keys.put("tokenizer.ggml.suppress_tokens", sorted(special.suppressed().always()));
        }
        SamplerSettings settings = GenerationConfig.read(model);
        if (!settings.equals(GenerationConfig.DEFAULT)) {
            keys.put("general.sampling.temp", (float) settings.temperature());
            keys.put("general.sampling.top_k", settings.topK());
            keys.put("general.sampling.top_p", (float) settings.topP());
            keys.put("general.sampling.min_p", (float) settings.minP());
            keys.put("general.sampling.penalty_repeat", (float) settings.repetitionPenalty());
        }
        return keys;
    }

    /** What generation_config.json says; nothing if there is no need of it. */
    static Map<String, Object> json(Path gguf, SpecialIds special) {
        SamplerSettings settings = GenerationConfig.read(gguf);
        Set<Integer> never = special.suppressed().always();
        if (never.isEmpty() && settings.equals(GenerationConfig.DEFAULT)) {
            return Map.of();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        special.begin().ifPresent(id -> json.put("bos_token_id", id));
        json.put("eos_token_id", sorted(special.end()));
        if (!never.isEmpty()) {
            json.put("suppress_tokens", sorted(never));
        }
        if (!settings.equals(GenerationConfig.DEFAULT)) {
            boolean sample = settings.temperature() != 0;
            json.put("do_sample", sample);
            if (sample) {
                json.put("temperature", decimal(settings.temperature()));
                json.put("top_k", settings.topK());
                json.put("top_p", decimal(settings.topP()));
                json.put("min_p", decimal(settings.minP()));
            }
            json.put("repetition_penalty", decimal(settings.repetitionPenalty()));
        }
        return json;
    }

    /** GGUF files have float32 numbers: 0.6 is 0.6000000238418579 as a double. */
    private static double decimal(double number) {
        return Double.parseDouble(Float.toString((float) number));
    }

    private static List<Integer> sorted(Set<Integer> ids) {
        return List.copyOf(new TreeSet<>(ids));
    }
}
