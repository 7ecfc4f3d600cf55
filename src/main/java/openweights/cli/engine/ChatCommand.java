package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import openweights.base.Terminal;
import openweights.cli.command.CourseCommand;
import openweights.engine.chat.Chat;
import openweights.engine.chat.ChatTemplate;
import openweights.engine.chat.TemplateVariables;
import openweights.engine.hub.FolderAdvice;
import openweights.engine.session.ChatScreen;
import openweights.engine.session.ChatSession;
import openweights.engine.token.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "chat",
        description =
                "Talk to a model that is made for chats. Each line is a message; answers appear while they are generated.",
        sortOptions = false,
        footer = {
            "%nCtrl-C ends an answer, and at the prompt the program. /reset begins anew, /exit ends.",
            "Without a terminal, each line of standard input is a message, and only answers are printed."
        })
public final class ChatCommand extends CourseCommand {

    /** What a shell reports of a program that Ctrl-C ended: 128 and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json and weights, a .gguf file, or a model's name.")
    private Path path;

    @Option(
            names = "--system",
            paramLabel = "TEXT",
            description = "Tell the model about its task before the first message.")
    private @Nullable String system;

    @Option(
            names = {"-n", "--tokens"},
            paramLabel = "N",
            description = "End an answer after this many tokens. Default: ${DEFAULT-VALUE}")
    private int tokens = 4096;

    @Option(
            names = "--variable",
            paramLabel = "NAME=VALUE",
            description =
                    "Tell the model's template something, such as enable_thinking=false. Can be given several times.")
    private Map<String, String> variables = Map.of();

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nHow the next token is chosen (default: what the model's generation_config.json or GGUF file says, otherwise temperature 0.8):%n")
    private SamplerOptions sampling = new SamplerOptions();

    @Mixin private OpenOptions options = new OpenOptions();

    @Option(names = "--json", description = "Print each answer as one JSON object on a line.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        FolderAdvice.require(path);
        requirePositive("--tokens", tokens);
        ChatTemplate template = ChatTemplate.open(path);
        Chat chat =
                new Chat(options.open(path), Tokenizer.open(path), template)
                        .sampling(sampling.settings(path, err()))
                        .maxTokens(tokens)
                        .variables(TemplateVariables.parse(variables));
        if (system != null) {
            chat.system(system);
        }
        ChatScreen screen = new ChatScreen(json, Terminal.isThere(), colors(), out(), err());
        new ChatSession(chat, screen, () -> System.exit(INTERRUPTED)).run();
    }
}
