package openweights.engine.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.token.Tokenizer;

/**
 * Texts and ids as lines of JSON.
 *
 * @param special whether ids include special tokens
 */
public record TokenJson(Tokenizer tokenizer, boolean special) {

    /** In ASCII, so that no terminal or pipe can change a character. */
    private static final JsonMapper JSON =
            Json.mapper().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    public String ids(String text) {
        return json(tokenizer.encode(text, special));
    }

    public String text(int[] ids) {
        return json(tokenizer.decode(ids, !special));
    }

    /** Translates one text or list of ids, or with {@code -} the lines of standard input. */
    public void translate(String input, boolean decode, PrintWriter out) throws IOException {
        if (input.equals("-")) {
            translate(System.in, decode, out);
        } else {
            out.println(decode ? text(TokenIds.parse(input)) : ids(input));
            out.flush();
        }
    }

    /**
     * Translates line by line; empty lines are skipped.
     *
     * @param decode from ids to text, otherwise from text to ids
     * @throws UserException if a line does not hold what is to be translated; names the line
     */
    public void translate(InputStream lines, boolean decode, PrintWriter out) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                String where = "line " + number + " of the input";
                out.print((decode ? decoded(where, line) : encoded(where, line)) + "\n");
            }
        }
        out.flush();
    }

    /**
     * A string to an array of ids.
     *
     * @param where the line's name, for messages
     * @throws UserException if the line is not a JSON string
     */
    String encoded(String where, String line) {
        JsonNode value = Json.readText(where, line);
        if (!value.isTextual()) {
            throw new UserException(where + " is not a JSON string.");
        }
        return ids(value.textValue());
    }

    /**
     * An array of ids to a string.
     *
     * @param where the line's name, for messages
     * @throws UserException if the line is not a JSON array of ids
     */
    String decoded(String where, String line) {
        JsonNode value = Json.readText(where, line);
        if (!value.isArray() || !stream(value).allMatch(JsonNode::isInt)) {
            throw new UserException(where + " is not a JSON array of ids.");
        }
        return text(stream(value).mapToInt(JsonNode::intValue).toArray());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ids and strings have a form in JSON.", e);
        }
    }
}
