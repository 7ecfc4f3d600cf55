package openweights.engine.token.bpe;

import java.util.Optional;
import openweights.engine.token.json.Part;

/**
 * What the file says about a BPE model besides its vocabulary and merges.
 *
 * @param unknown the token for characters outside of the vocabulary
 * @param fuseUnknown one unknown token for several such characters in a row
 * @param byteFallback tokens {@code <0x00>} to {@code <0xFF>} stand for the bytes of such
 *     characters
 * @param ignoreMerges a piece that is a token as a whole is that token, whatever the merges say
 * @param prefix what tokens inside of a word begin with, such as {@code ##}; empty for most
 * @param suffix what tokens at the end of a word end with, such as {@code </w>}; empty for most
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

    /** Whether every character is looked up as it stands, wherever in a word it is. */
    boolean plainCharacters() {
        return prefix.isEmpty() && suffix.isEmpty();
    }
}
