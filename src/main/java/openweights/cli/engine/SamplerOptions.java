package openweights.cli.engine;

import openweights.engine.generate.SamplerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The settings of a sampler on the command line. Those that are not given are the model's, by its
 * generation_config.json, or else temperature 0.8 alone.
 */
final class SamplerOptions {

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0: always the likeliest. 1: as the model says.")
    private @Nullable Double temperature;

    @Option(names = "--top-k", paramLabel = "K", description = "Only the K likeliest. 0: all")
    private @Nullable Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Only the likeliest that together have probability P. 1: all")
    private @Nullable Double topP;

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description = "Only those at least P times as likely as the likeliest. 0: all")
    private @Nullable Double minP;

    @Option(
            names = "--repetition-penalty",
            paramLabel = "R",
            description = "Above 1: what the text has already becomes less likely. 1: no")
    private @Nullable Double repetitionPenalty;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same text. Default: 42")
    private @Nullable Long seed;

    /** These settings; where one is not given, the model's own. */
    SamplerSettings settings(SamplerSettings usual) {
        return new SamplerSettings(
                repetitionPenalty == null ? usual.repetitionPenalty() : repetitionPenalty,
                temperature == null ? usual.temperature() : temperature,
                topK == null ? usual.topK() : topK,
                topP == null ? usual.topP() : topP,
                minP == null ? usual.minP() : minP,
                seed == null ? usual.seed() : seed);
    }
}
