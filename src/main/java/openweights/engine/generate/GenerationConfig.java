package openweights.engine.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.Metadata;
import openweights.engine.model.config.GenerationKeys;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.ModelException;

/**
 * The sampling settings that a model's authors recommend, in {@code generation_config.json}, in an
 * old release's {@code config.json}, or in keys of a GGUF file.
 */
public final class GenerationConfig {

    /** For a model without recommended settings. */
    public static final SamplerSettings DEFAULT = new SamplerSettings(1, 0.8, 0, 1, 0, 42);

    /** What the keys of a GGUF file begin with. */
    static final String GGUF = "general.sampling.";

    private GenerationConfig() {}

    /**
     * The settings of a model; each one that its file does not set is the default. {@code
     * "do_sample": false} is greedy decoding, whatever else the file says.
     *
     * @param model a folder, or a {@code .gguf} file
     * @throws ModelException if the file is damaged, or a setting is not a number in its range
     */
    public static SamplerSettings read(Path model) {
        return GenerationKeys.read(model)
                .map(GenerationConfig::inJson)
                .or(
                        () ->
                                Gguf.at(model)
                                        .filter(Files::exists)
                                        .map(file -> checked(file.toString(), inGguf(file))))
                .orElse(DEFAULT);
    }

    private static SamplerSettings checked(String where, SamplerSettings settings) {
        try {
            settings.sampler();
        } catch (UserException e) {
            throw new ModelException(where + ": " + e.getMessage(), e);
        }
        return settings;
    }

    private static SamplerSettings inJson(GenerationKeys keys) {
        double temperature = number(keys, DEFAULT.temperature(), "temperature");
        Keys sample = keys.with("do_sample");
        boolean greedy = sample.has("do_sample") && !sample.flag(true, "do_sample");
        SamplerSettings settings =
                new SamplerSettings(
                        number(keys, DEFAULT.repetitionPenalty(), "repetition_penalty"),
                        greedy ? 0 : temperature,
                        keys.with("top_k").count(DEFAULT.topK(), "top_k"),
                        number(keys, DEFAULT.topP(), "top_p"),
                        number(keys, DEFAULT.minP(), "min_p"),
                        DEFAULT.seed());
        return checked(keys.where(), settings);
    }

    private static double number(GenerationKeys keys, double otherwise, String name) {
        return keys.with(name).setting(otherwise, name);
    }

    private static SamplerSettings inGguf(Path file) {
        try {
            Metadata keys = Gguf.open(file).metadata();
            return new SamplerSettings(
                    keys.number(GGUF + "penalty_repeat").orElse(DEFAULT.repetitionPenalty()),
                    Math.max(0, keys.number(GGUF + "temp").orElse(DEFAULT.temperature())),
                    keys.number(GGUF + "top_k")
                            .map(k -> Math.max(0, k.intValue()))
                            .orElse(DEFAULT.topK()),
                    keys.number(GGUF + "top_p").orElse(DEFAULT.topP()),
                    keys.number(GGUF + "min_p").orElse(DEFAULT.minP()),
                    DEFAULT.seed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
