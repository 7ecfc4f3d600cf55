package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.engine.inspect.TokenIds;
import openweights.engine.inspect.TokenJson;
import openweights.engine.inspect.TokenTable;
import openweights.engine.token.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a model splits a text into tokens, and turns ids back into text. */
@Command(
        name = "tokenize",
        description = "Show the tokens of a text, or the text of tokens.",
        mixinStandardHelpOptions = true,
        footer = {
            "%nWith --json, each line of input and output is one JSON value:",
            "a string becomes an array of ids; with --decode an array of ids becomes a string."
        })
public final class TokenizeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with a tokenizer.json, such a file, or the name of a model.")
    private Path model;

    @Parameters(
            index = "1",
            paramLabel = "TEXT",
            arity = "0..1",
            defaultValue = "-",
            description = "The text, or the ids with --decode; - or nothing: standard input.")
    private String input;

    @Option(names = "--json", description = "Read and write one JSON value per line.")
    private boolean json;

    @Option(names = "--decode", description = "From ids, such as \"1 403 407\", to text.")
    private boolean decode;

    @Option(names = "--no-special", description = "Without the special tokens around a text.")
    private boolean noSpecial;

    @Override
    public Integer call() throws IOException {
        Tokenizer tokenizer = Tokenizer.open(model);
        if (json) {
            printJson(new TokenJson(tokenizer, !noSpecial));
        } else if (decode) {
            out().println(tokenizer.decode(TokenIds.parse(text()), noSpecial));
            out().flush();
        } else {
            TokenTable table = new TokenTable(tokenizer, tint());
            table.print(text(), !noSpecial, out());
        }
        return 0;
    }

    private String text() throws IOException {
        return input.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : input;
    }

    private void printJson(TokenJson tokens) throws IOException {
        if (input.equals("-")) {
            tokens.translate(System.in, decode, out());
        } else {
            out().println(decode ? tokens.text(TokenIds.parse(input)) : tokens.ids(input));
        }
        out().flush();
    }

    private static TokenTable.@Nullable Tint tint() {
        Colors colors = Colors.wanted();
        return colors == Colors.NONE ? null : colors::tint;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
