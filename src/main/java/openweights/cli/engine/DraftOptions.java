package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import openweights.engine.generate.SpeculativeGenerator;
import openweights.engine.hub.FolderAdvice;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;
import picocli.CommandLine.Option;

/** A smaller model that proposes tokens. */
final class DraftOptions {

    @Option(
            names = "--draft",
            required = true,
            paramLabel = "SMALLER",
            converter = ModelPath.class,
            description =
                    "A smaller model with the same vocabulary proposes tokens, which MODEL reads together: speculative decoding. Texts are distributed as without it.")
    private Path folder;

    @Option(
            names = "--draft-tokens",
            paramLabel = "N",
            description = "Propose so many tokens at a time. Default: ${DEFAULT-VALUE}")
    private int proposals = 4;

    /** What generates with the draft model. */
    SpeculativeGenerator generator(Model model, Tokenizer tokenizer, OpenOptions options, long seed)
            throws IOException {
        FolderAdvice.require(folder);
        return new SpeculativeGenerator(
                model,
                tokenizer,
                options.open(folder),
                Tokenizer.open(folder),
                proposals,
                new Random(seed));
    }
}
