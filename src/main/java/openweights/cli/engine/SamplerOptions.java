package openweights.cli.engine;

import java.io.PrintWriter;
import java.nio.file.Path;
import openweights.engine.generate.GenerationConfig;
import openweights.engine.generate.GenerationNotes;
import openweights.engine.generate.SamplerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The settings of a sampler on the command line. The others are those of the model's
 * generation_config.json or GGUF file, or the defaults.
 */
final class SamplerOptions {

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Below 1: likely tokens become likelier. 0: always the likeliest token.")
    private @Nullable Double temperature;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            description = "Only the K likeliest tokens. 0: all")
    private @Nullable Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Only the likeliest tokens that together have probability P. 1: all")
    private @Nullable Double topP;

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description = "Only tokens at least P times as likely as the likeliest one. 0: all")
    private @Nullable Double minP;

    @Option(
            names = "--repetition-penalty",
            paramLabel = "R",
            description =
                    "Above 1: tokens that already occur in the text become less likely. 1: off")
    private @Nullable Double repetitionPenalty;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same text. Default: 42")
    private @Nullable Long seed;

    /** These settings, completed by those of a model; of its others, there is a note. */
    SamplerSettings settings(Path folder, PrintWriter notes) {
        SamplerSettings model = GenerationConfig.read(folder);
        GenerationNotes.of(folder).forEach(notes::println);
        return new SamplerSettings(
                repetitionPenalty == null ? model.repetitionPenalty() : repetitionPenalty,
                temperature == null ? model.temperature() : temperature,
                topK == null ? model.topK() : topK,
                topP == null ? model.topP() : topP,
                minP == null ? model.minP() : minP,
                seed == null ? model.seed() : seed);
    }
}
