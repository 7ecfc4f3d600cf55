package openweights.engine.convert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.stream.IntStream;
import openweights.base.Json;
import openweights.engine.token.json.TokenizerJson;

/** A tokenizer as the text of a tokenizer.json. */
final class TokenizerText {

    private TokenizerText() {}

    static String of(TokenizerJson json) {
        ObjectNode root = json.root().node().deepCopy();
        root.put("version", "1.0");
        ObjectNode model = (ObjectNode) root.get("model");
        ObjectNode vocabulary = model.putObject("vocab");
        json.vocabulary().forEach(vocabulary::put);
        ArrayNode merges = model.putArray("merges");
        IntStream.range(0, json.merges().size())
                .boxed()
                .sorted(Comparator.comparingInt(json.rank()::applyAsInt))
                .map(json.merges()::get)
                .forEach(merge -> merges.addArray().add(merge.left()).add(merge.right()));
        return Json.pretty(root);
    }
}
