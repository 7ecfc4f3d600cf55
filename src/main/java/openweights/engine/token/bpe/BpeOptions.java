package openweights.engine.token.bpe;

import java.util.Optional;
import openweights.engine.token.json.Part;

/**
 * The options of a BPE model.
 *
 * @param unknown the token for characters that are not in the vocabulary
 * @param fuseUnknown use one unknown token for a run of such characters
 * @param byteFallback tokens {@code <0x00>} to {@code <0xFF>} stand for the bytes of such
 *     characters
 * @param ignoreMerges a piece that is a token becomes that token, whatever the merges say
 * @param prefix the prefix of tokens within a word, such as {@code ##}; usually empty
 * @param suffix the suffix of tokens at the end of a word, such as {@code </w>}; usually empty
 */
record BpeOptions(
        Optional<String> unknown,
        boolean fuseUnknown,
        boolean byteFallback,
        boolean ignoreMerges,
        String prefix,
        String suffix) {

    static BpeOptions read(Part model) {
        model.find("dropout")
                .filter(dropout -> dropout.node().doubleValue() != 0)
                .ifPresent(
                        dropout -> {
                            throw dropout.wrong(
                                    "dropout makes tokens random, which is for training only. Set it to null.");
                        });
        return new BpeOptions(
                model.find("unk_token").map(Part::text),
                model.flag("fuse_unk", false),
                model.flag("byte_fallback", false),
                model.flag("ignore_merges", false),
                model.find("continuing_subword_prefix").map(Part::text).orElse(""),
                model.find("end_of_word_suffix").map(Part::text).orElse(""));
    }

    /** Whether a character is looked up the same way wherever it is in a word. */
    boolean plainCharacters() {
        return prefix.isEmpty() && suffix.isEmpty();
    }
}
