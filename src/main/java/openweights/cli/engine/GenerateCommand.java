package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openweights.base.Terminal;
import openweights.cli.command.CourseCommand;
import openweights.engine.generate.Request;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.generate.SpeculativeGenerator;
import openweights.engine.hub.FolderAdvice;
import openweights.engine.model.Model;
import openweights.engine.session.TextSession;
import openweights.engine.token.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "generate",
        description =
                "Let a model continue a text; print the text while it is generated, then the speed.",
        sortOptions = false)
public final class GenerateCommand extends CourseCommand {

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json and weights, a .gguf file, or a model's name.")
    private Path folder;

    @Parameters(
            index = "1",
            paramLabel = "PROMPT",
            arity = "0..1",
            description =
                    "The text to continue; -: standard input. Without it, at a terminal, the model begins a text of its own; otherwise standard input.")
    private @Nullable String prompt;

    @Option(
            names = {"-n", "--tokens"},
            paramLabel = "N",
            description = "Generate at most this many tokens. Default: ${DEFAULT-VALUE}")
    private int tokens = 256;

    @Option(
            names = "--stop",
            paramLabel = "TEXT",
            description = "Stop before this text. Can be given several times.")
    private List<String> stops = List.of();

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nHow the next token is chosen (default: what the model's generation_config.json or GGUF file says, otherwise temperature 0.8):%n")
    private SamplerOptions sampling = new SamplerOptions();

    @Mixin private OpenOptions options = new OpenOptions();

    @ArgGroup(exclusive = false)
    private @Nullable DraftOptions draft;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        FolderAdvice.require(folder);
        SamplerSettings settings = sampling.settings(folder, err());
        Request request = new Request(Terminal.text(prompt), tokens, stops, settings.sampler());
        Model model = options.open(folder);
        Tokenizer tokenizer = Tokenizer.open(folder);
        TextSession session = new TextSession(folder, model, tokenizer, out(), err());
        Optional<SpeculativeGenerator> drafting =
                draft == null
                        ? Optional.empty()
                        : Optional.of(draft.generator(model, tokenizer, options, settings.seed()));
        session.run(request, drafting, json);
    }
}
