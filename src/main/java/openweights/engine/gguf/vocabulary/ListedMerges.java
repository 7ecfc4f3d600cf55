package openweights.engine.gguf.vocabulary;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.gguf.Metadata;
import openweights.engine.token.json.TokenizerJson.Merge;

/** Merges that a file lists, the first ones first. */
final class ListedMerges {

    private static final String MERGES = "tokenizer.ggml.merges";

    private ListedMerges() {}

    /** A merge is two tokens with a space between; a token may itself begin with a space. */
    static List<Merge> of(Metadata metadata) {
        List<Merge> merges = new ArrayList<>();
        for (String line : metadata.texts(MERGES).orElseThrow(() -> metadata.missing(MERGES))) {
            int space = line.indexOf(' ', 1);
            if (space < 0) {
                throw metadata.wrong(MERGES, "two tokens in each merge, with a space between");
            }
            merges.add(new Merge(line.substring(0, space), line.substring(space + 1)));
        }
        return merges;
    }
}
