package openweights.engine.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import openweights.base.UserException;
import openweights.engine.gguf.vocabulary.PreTokenizers;
import openweights.engine.model.config.SpecialIds;
import openweights.engine.token.Tokenizer;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerJson;
import openweights.engine.token.json.TokenizerJson.Merge;

/** A tokenizer as the keys of a GGUF file. */
final class TokenizerKeys {

    private final TokenizerJson json;
    private final Tokenizer tokenizer;
    private final int vocabulary;
    private final Map<String, Object> keys = new LinkedHashMap<>();

    private TokenizerKeys(TokenizerJson json, Tokenizer tokenizer, int vocabulary) {
        this.json = json;
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
    }

    /**
     * @param architecture of the model, by llama.cpp's name
     * @param vocabulary rows of the embedding, each of which gets a token: ids without one get one
     *     that is never used, and added tokens beyond the rows, which no text of the model has,
     *     none
     * @throws UserException if GGUF files cannot say how this tokenizer works, or it has more
     *     tokens than the embedding has rows
     */
    static Map<String, Object> of(
            TokenizerJson json,
            Tokenizer tokenizer,
            String architecture,
            int vocabulary,
            SpecialIds special) {
        tokenizer.requireFits(vocabulary);
        TokenizerKeys result = new TokenizerKeys(json, tokenizer, vocabulary);
        result.add(TokenizerKind.of(json, architecture, result.addsSpace()));
        result.addTemplate(special);
        return result.keys;
    }

    private void add(TokenizerKind kind) {
        keys.put("tokenizer.ggml.model", kind.toString());
        keys.put("tokenizer.ggml.tokens", tokens());
        keys.put("tokenizer.ggml.token_type", TokenTypes.of(json, tokenizer, vocabulary, kind));
        switch (kind) {
            case BYTES -> {
                keys.put("tokenizer.ggml.pre", preTokenizer());
                keys.put("tokenizer.ggml.merges", merges());
                keys.put("tokenizer.ggml.add_space_prefix", prefixesSpace());
            }
            case SCORES -> {
                keys.put("tokenizer.ggml.scores", scores());
                keys.put("tokenizer.ggml.add_space_prefix", addsSpace());
            }
            case CHARACTERS -> {
                keys.put("tokenizer.ggml.merges", merges());
                keys.put("tokenizer.ggml.add_space_prefix", false);
            }
        }
    }

    private List<String> merges() {
        return IntStream.range(0, json.merges().size())
                .boxed()
                .sorted(Comparator.comparingInt(json.rank()::applyAsInt))
                .map(json.merges()::get)
                .map(merge -> merge.left() + " " + merge.right())
                .toList();
    }

    /** llama.cpp's name for the regular expressions that split a text. */
    private String preTokenizer() {
        Part root = json.root();
        List<String> patterns =
                root.find("pre_tokenizer").map(TokenizerKeys::patterns).orElse(List.of());
        return PreTokenizers.name(patterns, root.child("model").flag("ignore_merges", false))
                .orElseThrow(
                        () ->
                                new UserException(
                                        "%s splits texts in a way that llama.cpp has no name for, so its tokenizer cannot be written as GGUF."
                                                .formatted(root.file())));
    }

    private static List<String> patterns(Part part) {
        return switch (part.text("type")) {
            case "Sequence" -> {
                List<String> all = new ArrayList<>();
                part.list("pretokenizers").forEach(each -> all.addAll(patterns(each)));
                yield all;
            }
            case "ByteLevel" ->
                    part.flag("use_regex", true) ? List.of(PreTokenizers.GPT2) : List.of();
            case "Digits" -> List.of(part.flag("individual_digits", false) ? "\\p{N}" : "\\p{N}+");
            case "Split" -> List.of(part.child("pattern").find("Regex").map(Part::text).orElse(""));
            default -> List.of(part.text("type"));
        };
    }

    private List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        for (int id = 0; id < vocabulary; id++) {
            tokens.add(tokenizer.tokenOf(id).orElse("[PAD" + id + "]"));
        }
        return tokens;
    }

    /** The earlier a token comes out of a merge, the higher its score. */
    private List<Float> scores() {
        Float[] scores = new Float[vocabulary];
        Arrays.fill(scores, 0f);
        for (int i = json.merges().size() - 1; i >= 0; i--) {
            Merge merge = json.merges().get(i);
            tokenizer.idOf(merge.left() + merge.right()).ifPresent(rank(scores, i));
        }
        return Arrays.asList(scores);
    }

    private IntConsumer rank(Float[] scores, int merge) {
        float rank = -(float) json.rank().applyAsInt(merge) - 1;
        return id -> scores[id] = rank;
    }

    /** Whether a text is read as if a space stood before it. */
    private boolean addsSpace() {
        int[] ids = tokenizer.encode("x", false);
        return ids.length > 0 && tokenizer.tokenOf(ids[0]).orElse("").startsWith("\u2581");
    }

    private boolean prefixesSpace() {
        return Arrays.equals(tokenizer.encode("x", false), tokenizer.encode(" x", false));
    }

    /** Special tokens around a text: a file can say one before it, and one after. */
    private void addTemplate(SpecialIds special) {
        int[] text = tokenizer.encode("x", false);
        int[] around = tokenizer.encode("x", true);
        int extra = around.length - text.length;
        boolean begins = extra > 0 && !Arrays.equals(text, Arrays.copyOf(around, text.length));
        boolean ends = extra > (begins ? 1 : 0);
        if (extra > 2 || (extra == 2 && !begins)) {
            throw new UserException(
                    json.root().file()
                            + ": GGUF files cannot say which special tokens this adds to a text.");
        }
        Optional<Integer> begin = begins ? Optional.of(around[0]) : special.begin();
        Set<Integer> end = new LinkedHashSet<>();
        if (ends) {
            end.add(around[around.length - 1]);
        }
        end.addAll(new TreeSet<>(special.end()));
        keys.put("tokenizer.ggml.add_bos_token", begins);
        keys.put("tokenizer.ggml.add_eos_token", ends);
        begin.ifPresent(id -> keys.put("tokenizer.ggml.bos_token_id", id));
        Iterator<String> names = List.of("eos_token_id", "eot_token_id", "eom_token_id").iterator();
        end.stream().limit(3).forEach(id -> keys.put("tokenizer.ggml." + names.next(), id));
    }
}
