package openweights.cli.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import openweights.cli.terminal.Colors;
import openweights.engine.token.Tokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a model cuts a text into tokens, and turns ids back into text. */
@Command(
        name = "tokenize",
        description = "Show the tokens of a text, or the text of tokens.",
        mixinStandardHelpOptions = true,
        footer = {
            "%nWith --json each line of the input is one JSON value, and so is each line of the output:",
            "a string becomes an array of ids; with --decode an array of ids becomes a string."
        })
public final class TokenizeCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with a tokenizer.json, such a file, or a model's name.")
    private Path model;

    @Parameters(
            index = "1",
            paramLabel = "TEXT",
            arity = "0..1",
            defaultValue = "-",
            description = "The text, or the ids with --decode; - or nothing: standard input.")
    private String input;

    @Option(names = "--json", description = "One JSON value a line, in and out.")
    private boolean json;

    @Option(names = "--decode", description = "From ids, such as \"1 403 407\", to text.")
    private boolean decode;

    @Option(names = "--no-special", description = "Without the special tokens around a text.")
    private boolean noSpecial;

    @Override
    public Integer call() throws IOException {
        Tokenizer tokenizer = Tokenizer.open(model);
        if (json) {
            lines(tokenizer);
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
            throw new IllegalArgumentException(
                    "\"" + number + "\" is not the id of a token. Give numbers, such as 1 403.", e);
        }
    }

    private void lines(Tokenizer tokenizer) throws IOException {
        if (!input.equals("-")) {
            out().println(
                            decode
                                    ? JSON.writeValueAsString(
                                            tokenizer.decode(ids(input), noSpecial))
                                    : JSON.writeValueAsString(tokenizer.encode(input, !noSpecial)));
            return;
        }
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                out().print(answer(tokenizer, line, number) + "\n");
            }
        }
        out().flush();
    }

    private String answer(Tokenizer tokenizer, String line, int number) throws IOException {
        JsonNode value = value(line, number);
        boolean fits = decode ? value.isArray() && all(value, JsonNode::isInt) : value.isTextual();
        if (!fits) {
            throw new IllegalArgumentException(
                    "line %d of the input is not %s."
                            .formatted(number, decode ? "a JSON array of ids" : "a JSON string"));
        }
        return JSON.writeValueAsString(
                decode
                        ? tokenizer.decode(JSON.convertValue(value, int[].class), noSpecial)
                        : tokenizer.encode(value.textValue(), !noSpecial));
    }

    private static JsonNode value(String line, int number) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "line %d of the input is not JSON: %s"
                            .formatted(number, e.getOriginalMessage()),
                    e);
        }
    }

    private static boolean all(JsonNode array, Predicate<JsonNode> condition) {
        return StreamSupport.stream(array.spliterator(), false).allMatch(condition);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
