package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Terminal;
import openweights.cli.command.CourseCommand;
import openweights.engine.inspect.TokenIds;
import openweights.engine.inspect.TokenJson;
import openweights.engine.inspect.TokenTable;
import openweights.engine.token.Tokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a model splits a text into tokens, and turns ids back into text. */
@Command(
        name = "tokenize",
        description = "Show the tokens of a text, or the text of tokens.",
        footer = {
            "%nWith --json, each line of input and output is one JSON value:",
            "a string becomes an array of ids; with --decode an array of ids becomes a string."
        })
public final class TokenizeCommand extends CourseCommand {

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
            description = "The text, or the ids with --decode; - or nothing: standard input.")
    private String input = "-";

    @Option(names = "--json", description = "Read and write one JSON value per line.")
    private boolean json;

    @Option(names = "--decode", description = "From ids, such as \"1 403 407\", to text.")
    private boolean decode;

    @Option(names = "--no-special", description = "Without the special tokens around a text.")
    private boolean noSpecial;

    @Override
    protected void run() throws IOException {
        Tokenizer tokenizer = Tokenizer.open(model);
        if (json) {
            new TokenJson(tokenizer, !noSpecial).translate(input, decode, out());
        } else if (decode) {
            println(tokenizer.decode(TokenIds.parse(Terminal.text(input)), noSpecial));
        } else {
            new TokenTable(tokenizer, colors()).print(Terminal.text(input), !noSpecial, out());
        }
    }
}
