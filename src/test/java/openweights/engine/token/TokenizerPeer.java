package openweights.engine.token;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the tokenizer on lines of JSON, so that {@code src/test/python/tokenizers} can compare it
 * with another implementation while both run.
 */
public final class TokenizerPeer {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private TokenizerPeer() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(JSON.writeValueAsString(answer(JSON.readTree(line))));
        }
    }

    private static ObjectNode answer(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        try {
            Tokenizer tokenizer = Tokenizer.open(Path.of(request.get("file").textValue()));
            for (JsonNode text : request.get("texts")) {
                answer.withArray("replies").add(reply(tokenizer, text.textValue()));
            }
        } catch (RuntimeException e) {
            answer.put("error", e.toString());
        }
        return answer;
    }

    private static ObjectNode reply(Tokenizer tokenizer, String text) {
        ObjectNode reply = JSON.createObjectNode();
        int[] ids = tokenizer.encode(text);
        reply.set("ids", JSON.valueToTree(ids));
        reply.withArray("decoded").add(tokenizer.decode(ids, false)).add(tokenizer.decode(ids));
        reply.put("fault", fault(tokenizer, text, ids));
        return reply;
    }

    /** Describes an inconsistency; empty if there is none. */
    static String fault(Tokenizer tokenizer, String text, int[] ids) {
        List<Piece> pieces = tokenizer.pieces(text, true);
        if (!Arrays.equals(ids, pieces.stream().mapToInt(Piece::id).toArray())) {
            return "pieces differ from ids: " + pieces;
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        int utf8 =
                text.codePoints().map(c -> c >= 0xD800 && c < 0xE000 ? 3 : 0).sum() == 0
                        ? bytes
                        : -1;
        for (Piece piece : pieces) {
            if (piece.start() < 0
                    || piece.start() > piece.end()
                    || utf8 >= 0 && piece.end() > utf8) {
                return "a piece lies outside of the text: " + piece;
            }
        }
        StreamingDecoder stream = tokenizer.streamingDecoder(false);
        StringBuilder streamed = new StringBuilder();
        for (int id : ids) {
            streamed.append(stream.put(id));
        }
        return streamed.append(stream.finish()).toString().equals(tokenizer.decode(ids, false))
                ? ""
                : "the stream differs from the whole: " + streamed;
    }
}
