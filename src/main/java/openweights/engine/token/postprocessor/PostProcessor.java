package openweights.engine.token.postprocessor;

import java.util.Map;
import java.util.function.Function;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Encoding;

/** Adds special tokens before and after the tokens of a single text. */
public sealed interface PostProcessor permits None, Template, PostProcessorSequence {

    Encoding apply(Encoding tokens);

    /** Creates the post-processor that the file describes. */
    static PostProcessor read(Part part) {
        return part.build("post-processor", Known.MAKERS);
    }

    /** The types that a file can name. */
    final class Known {
        private static final Map<String, Function<Part, PostProcessor>> MAKERS =
                Map.of(
                        "Sequence", PostProcessorSequence::read,
                        "TemplateProcessing", Template::read,
                        "BertProcessing", Template::around,
                        "RobertaProcessing", Template::around,
                        // It affects only the offsets of tokens.
                        "ByteLevel", part -> new None());

        private Known() {}
    }
}
