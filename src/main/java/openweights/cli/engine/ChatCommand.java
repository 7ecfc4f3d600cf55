package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.UserException;
import openweights.engine.chat.Chat;
import openweights.engine.chat.ChatTemplate;
import openweights.engine.generate.GenerationConfig;
import openweights.engine.generate.GenerationNotes;
import openweights.engine.hub.FolderAdvice;
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
        name = "chat",
        description =
                "Talk to a model that is made for chats. Each line is a message; answers appear while they are generated.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "%nCtrl-C ends an answer, and at the prompt the program. /reset begins anew, /exit ends.",
            "Without a terminal, each line of standard input is a message, and only answers are printed."
        })
public final class ChatCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

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
            defaultValue = "4096",
            description = "End an answer after this many tokens. Default: ${DEFAULT-VALUE}")
    private int tokens;

    @Option(
            names = "--variable",
            paramLabel = "NAME=VALUE",
            description =
                    "Tell the model's template something, such as enable_thinking=false. Can be given several times.")
    private Map<String, String> variables = Map.of();

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nHow the next token is chosen (default: the model's generation_config.json, otherwise temperature 0.8):%n")
    private SamplerOptions sampling = new SamplerOptions();

    @Mixin private OpenOptions options = new OpenOptions();

    @Option(names = "--json", description = "Print each answer as one JSON object on a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        FolderAdvice.require(path);
        if (tokens < 1) {
            throw new UserException("--tokens is " + tokens + "; give 1 or more.");
        }
        ChatTemplate template = ChatTemplate.open(path);
        GenerationNotes.of(path).forEach(spec.commandLine().getErr()::println);
        Chat chat =
                new Chat(options.open(path), Tokenizer.open(path), template)
                        .sampling(sampling.settings(GenerationConfig.read(path)))
                        .maxTokens(tokens)
                        .variables(values());
        if (system != null) {
            chat.system(system);
        }
        new ChatSession(chat, json, spec.commandLine()).run();
        return 0;
    }

    /** A value is JSON, or a text. */
    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name, value(name, value)));
        return values;
    }

    private static Object value(String name, String value) {
        try {
            return Json.readText(name, value);
        } catch (JsonException text) {
            return value;
        }
    }
}
