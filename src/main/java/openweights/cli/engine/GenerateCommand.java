package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import openweights.base.Json;
import openweights.base.Terminal;
import openweights.base.TerminalText;
import openweights.engine.bench.GenerationJson;
import openweights.engine.bench.GenerationSpeed;
import openweights.engine.chat.TemplateFiles;
import openweights.engine.generate.Generation;
import openweights.engine.generate.GenerationConfig;
import openweights.engine.generate.GenerationNotes;
import openweights.engine.generate.Generator;
import openweights.engine.generate.Request;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.generate.Speculation;
import openweights.engine.hub.FolderAdvice;
import openweights.engine.inspect.PromptNotes;
import openweights.engine.math.kernel.KernelSelector;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description =
                "Let a model continue a text; print the text while it is generated, then the speed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class GenerateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json and weights, or the name of a model.")
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
            defaultValue = "256",
            description = "Generate at most this many tokens. Default: ${DEFAULT-VALUE}")
    private int tokens;

    @Option(
            names = "--stop",
            paramLabel = "TEXT",
            description = "Stop before this text. Can be given several times.")
    private List<String> stops = List.of();

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nHow the next token is chosen (default: the model's generation_config.json, otherwise temperature 0.8):%n")
    private SamplerOptions sampling = new SamplerOptions();

    @Mixin private OpenOptions options = new OpenOptions();

    @Mixin private DraftOptions draft = new DraftOptions();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        FolderAdvice.require(folder);
        String text = text();
        SamplerSettings settings = sampling.settings(GenerationConfig.read(folder));
        Request request = new Request(text, tokens, stops, settings.sampler());
        PrintWriter err = spec.commandLine().getErr();
        GenerationNotes.of(folder).forEach(err::println);
        Model model = options.open(folder);
        Tokenizer tokenizer = Tokenizer.open(folder);
        note(text, tokenizer).ifPresent(err::println);
        Consumer<String> show = json ? part -> {} : this::show;
        Optional<Speculation> speculation =
                draft.generator(model, tokenizer, options, settings.seed())
                        .map(generator -> generator.generate(request, show));
        Generation generation =
                speculation
                        .map(Speculation::generation)
                        .orElseGet(() -> new Generator(model, tokenizer).generate(request, show));
        GenerationSpeed speed = GenerationSpeed.of(model, generation);
        if (json) {
            spec.commandLine().getOut().println(Json.line(GenerationJson.of(generation, speed)));
        } else {
            spec.commandLine().getOut().println();
            PromptNotes.ofResult(text, generation.text()).ifPresent(err::println);
            err.println(speed);
            speculation.ifPresent(err::println);
            KernelSelector.caution().ifPresent(err::println);
        }
        return 0;
    }

    /** What the user should know about the prompt before anything is generated. */
    private Optional<String> note(String text, Tokenizer tokenizer) {
        if (text.isEmpty() && !TemplateFiles.of(folder).texts().isEmpty()) {
            return Optional.of(
                    "This model is made for chats: ./course chat %s answers questions. Here it begins a text of its own."
                            .formatted(folder));
        }
        return PromptNotes.of(folder, tokenizer, text);
    }

    /** A text from somebody's weights must not move a terminal's cursor. */
    private void show(String part) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(Terminal.isThere() ? TerminalText.withoutControls(part) : part);
        out.flush();
    }

    private String text() throws IOException {
        if (prompt == null && Terminal.isThere()) {
            return "";
        }
        return prompt == null || prompt.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : prompt;
    }
}
