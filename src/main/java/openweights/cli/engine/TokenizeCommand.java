package openweights.cli.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import openweights.base.UserException;
import openweights.engine.inspect.TokenJson;
import openweights.engine.token.Tokenizer;
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
            out().println(tokenizer.decode(ids(text()), noSpecial));
            out().flush();
        } else {
            TokenTable table = new TokenTable(tokenizer, Colors.wanted());
            table.print(text(), !noSpecial, out());
        }
        return 0;
    }

    private String text() throws IOException {
        return input.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : input;
    }

    private static int[] ids(String text) {
        String[] numbers = text.strip().split("[\\s,\\[\\]]+");
        int[] ids = new int[numbers.length];
        int count = 0;
        for (String number : numbers) {
            if (!number.isEmpty()) {
                ids[count++] = id(number);
            }
        }
        return Arrays.copyOf(ids, count);
    }

    private static int id(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new UserException(
                    "\"" + number + "\" is not the id of a token. Give numbers, such as 1 403.", e);
        }
    }

    private void printJson(TokenJson tokens) throws IOException {
        if (!input.equals("-")) {
            out().println(decode ? tokens.text(ids(input)) : tokens.ids(input));
            return;
        }
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                String where = "line " + number + " of the input";
                out().print(
                                (decode ? tokens.decoded(where, line) : tokens.encoded(where, line))
                                        + "\n");
            }
        }
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
