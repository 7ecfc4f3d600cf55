package openweights.engine.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openweights.engine.token.Tokenizer;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerJson;

/** llama.cpp's numbers for what each token is. */
final class TokenTypes {

    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    private static final int UNUSED = 5;
    private static final int BYTE = 6;

    /** Marks of Gemma 4 in its answers, which llama.cpp looks for in the text. */
    private static final Set<String> VISIBLE =
            Set.of(
                    "<|channel>",
                    "<channel|>",
                    "<|tool_call>",
                    "<tool_call|>",
                    "<|tool_response>",
                    "<tool_response|>",
                    "<|\"|>");

    private TokenTypes() {}

    static List<Integer> of(
            TokenizerJson json, Tokenizer tokenizer, int vocabulary, TokenizerKind kind) {
        String unknown = json.root().child("model").find("unk_token").map(Part::text).orElse("");
        List<Integer> types = new ArrayList<>();
        for (int id = 0; id < vocabulary; id++) {
            types.add(of(tokenizer, id, unknown));
        }
        for (Part added : addedTokens(json.root())) {
            if (!added.flag("special", false) && added.number("id") < vocabulary) {
                types.set(added.number("id"), USER_DEFINED);
            }
        }
        if (kind == TokenizerKind.CHARACTERS) {
            VISIBLE.forEach(
                    text -> tokenizer.idOf(text).ifPresent(id -> types.set(id, USER_DEFINED)));
        }
        return types;
    }

    private static int of(Tokenizer tokenizer, int id, String unknown) {
        String token = tokenizer.tokenOf(id).orElse(null);
        if (token == null) {
            return UNUSED;
        }
        if (token.matches("<0x[0-9A-F]{2}>")) {
            return BYTE;
        }
        if (token.equals(unknown)) {
            return UNKNOWN;
        }
        return tokenizer.isSpecial(id) ? CONTROL : NORMAL;
    }

    private static List<Part> addedTokens(Part root) {
        return root.find("added_tokens").isPresent() ? root.list("added_tokens") : List.of();
    }
}
