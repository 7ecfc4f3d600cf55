package openweights.engine.gguf.vocabulary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import openweights.engine.gguf.GgufException;
import openweights.engine.gguf.GgufFault;
import openweights.engine.gguf.Metadata;
import openweights.engine.weights.WeightsException;

/**
 * The tokens of a vocabulary, by id.
 *
 * @param types llama.cpp's number for what each token is
 */
record Tokens(Metadata metadata, List<String> texts, List<Long> types, Map<String, Integer> ids) {

    static final String LIST = "tokenizer.ggml.tokens";
    private static final String TYPES = "tokenizer.ggml.token_type";

    private static final long NORMAL = 1;
    private static final long UNKNOWN = 2;
    private static final long CONTROL = 3;
    private static final long USER_DEFINED = 4;
    private static final long LAST = 6;

    private static final Set<String> KEEPING_BLANKS = Set.of("<unk>", "<s>", "<|endoftext|>");

    static Tokens read(Metadata metadata) {
        List<String> texts = named(metadata.texts(LIST).orElseThrow(() -> metadata.missing(LIST)));
        List<Long> types = metadata.counts(TYPES).orElse(List.of());
        if (!types.isEmpty() && types.size() != texts.size()) {
            throw metadata.wrong(TYPES, "a type for each of the " + texts.size() + " tokens");
        }
        if (types.stream().anyMatch(type -> type < 0 || type > LAST)) {
            throw metadata.wrong(TYPES, "types from 0 to " + LAST);
        }
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (int id = 0; id < texts.size(); id++) {
            Integer other = ids.put(texts.get(id), id);
            if (other != null) {
                throw new GgufException(
                        GgufFault.WRONG_VALUE,
                        metadata.file(),
                        LIST,
                        0,
                        "has %s twice, as %d and %d"
                                .formatted(WeightsException.quoted(texts.get(id)), other, id));
            }
        }
        return new Tokens(metadata, texts, overridden(texts, types), ids);
    }

    /** Tokens without a text, of which there may be many, get one as in llama.cpp. */
    private static List<String> named(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(id -> texts.get(id).isEmpty() ? "[EMPTY_" + id + "]" : texts.get(id))
                .toList();
    }

    /** Some files call tokens of a chat plain text. */
    private static List<Long> overridden(List<String> texts, List<Long> types) {
        List<Long> overridden = new ArrayList<>(types);
        for (int id = 0; id < types.size(); id++) {
            if (types.get(id) == NORMAL && ControlTexts.contain(texts.get(id))) {
                overridden.set(id, CONTROL);
            }
        }
        return overridden;
    }

    /**
     * Whether a text begins with a special token.
     *
     * @param usual if the file does not say
     */
    boolean begins(boolean usual) {
        return metadata.flag("tokenizer.ggml.add_bos_token").orElse(usual);
    }

    /** Whether a token has a meaning of its own beyond its text. */
    boolean isSpecial(int id) {
        return !types.isEmpty() && (types.get(id) == UNKNOWN || types.get(id) == CONTROL);
    }

    /** Tokens that are recognized in the text itself. */
    ArrayNode added() {
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        boolean phi = isPhi3();
        for (int id = 0; id < types.size(); id++) {
            long type = types.get(id);
            if (Set.of(UNKNOWN, CONTROL, USER_DEFINED).contains(type)) {
                added.addObject()
                        .put("id", id)
                        .put("content", texts.get(id))
                        .put("special", type != USER_DEFINED)
                        .put("rstrip", phi && !KEEPING_BLANKS.contains(texts.get(id)));
            }
        }
        return added;
    }

    /** Phi 3 was trained without the blanks after special tokens; no key says so but the name. */
    private boolean isPhi3() {
        String name = metadata.text("general.name").orElse("").toLowerCase(Locale.ROOT);
        return name.contains("phi-3") || name.contains("phi3");
    }

    /** Adds the token that a key names to a template. */
    void addTo(ObjectNode template, ObjectNode special, String key) {
        String token = text(key);
        template.withArray("single").addObject().putObject("SpecialToken").put("id", token);
        special.putObject(token).putArray("ids").add(ids.get(token));
    }

    /** The text of the token that a key names. */
    private String text(String key) {
        long id = metadata.requireCount(key);
        if (id >= texts.size()) {
            throw metadata.wrong(key, "the id of one of the " + texts.size() + " tokens");
        }
        return texts.get((int) id);
    }
}
