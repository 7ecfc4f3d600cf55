package openweights.engine.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import openweights.base.Json;
import openweights.engine.token.json.TokenizerJson;

/**
 * A tokenizer as the text of a tokenizer.json. Python's tokenizers demand fields that the engine
 * takes as given; they are written with the values that it takes them to have.
 */
final class TokenizerText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** At the top; what is missing is null. */
    private static final List<String> PARTS =
            List.of(
                    "truncation",
                    "padding",
                    "added_tokens",
                    "normalizer",
                    "pre_tokenizer",
                    "post_processor",
                    "decoder",
                    "model");

    private static final List<String> TOKEN_FLAGS =
            List.of("single_word", "lstrip", "rstrip", "normalized", "special");

    /** What parts of a type have besides. */
    private static final Map<String, Map<String, Boolean>> FLAGS =
            Map.of(
                    "Split",
                    Map.of("invert", false),
                    "ByteLevel",
                    Map.of("add_prefix_space", true, "trim_offsets", true, "use_regex", true));

    private TokenizerText() {}

    static String of(TokenizerJson json) {
        ObjectNode root = NODES.objectNode().put("version", "1.0");
        ObjectNode known = json.root().node().deepCopy();
        PARTS.forEach(
                part -> root.set(part, known.path(part).isMissingNode() ? null : known.get(part)));
        ObjectNode model = (ObjectNode) root.get("model");
        ObjectNode vocabulary = model.putObject("vocab");
        json.vocabulary().forEach(vocabulary::put);
        ArrayNode merges = model.putArray("merges");
        IntStream.range(0, json.merges().size())
                .boxed()
                .sorted(Comparator.comparingInt(json.rank()::applyAsInt))
                .map(json.merges()::get)
                .forEach(merge -> merges.addArray().add(merge.left()).add(merge.right()));
        for (JsonNode token : root.path("added_tokens")) {
            TOKEN_FLAGS.forEach(flag -> addFlag((ObjectNode) token, flag, false));
        }
        for (String part : List.of("normalizer", "pre_tokenizer", "decoder")) {
            complete(root.path(part));
        }
        if (root.get("post_processor") instanceof ObjectNode template) {
            completeTemplate(template);
        }
        return Json.pretty(root);
    }

    private static void addFlag(ObjectNode node, String flag, boolean value) {
        if (!node.has(flag)) {
            node.put(flag, value);
        }
    }

    /** A part, or each part of a sequence. */
    private static void complete(JsonNode part) {
        if (part instanceof ObjectNode object) {
            FLAGS.getOrDefault(object.path("type").asText(), Map.of())
                    .forEach((flag, value) -> addFlag(object, flag, value));
        }
        part.forEach(TokenizerText::complete);
    }

    /** A template for one text also needs one for two, and the spelling of its tokens. */
    private static void completeTemplate(ObjectNode template) {
        ArrayNode pair = NODES.arrayNode();
        int type = 0;
        for (String text : List.of("A", "B")) {
            for (JsonNode piece : template.path("single")) {
                ObjectNode copy = piece.deepCopy();
                for (JsonNode inner : copy) {
                    ((ObjectNode) inner).put("type_id", type);
                }
                if (copy.path("Sequence") instanceof ObjectNode sequence) {
                    sequence.put("id", text);
                }
                pair.add(copy);
            }
            type++;
        }
        for (JsonNode piece : template.path("single")) {
            piece.forEach(inner -> ((ObjectNode) inner).put("type_id", 0));
        }
        template.set("pair", pair);
        for (Map.Entry<String, JsonNode> token : template.path("special_tokens").properties()) {
            ObjectNode entry = (ObjectNode) token.getValue();
            entry.put("id", token.getKey()).putArray("tokens").add(token.getKey());
        }
    }
}
