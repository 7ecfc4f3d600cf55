package openweights.engine.token.postprocessor;

import java.util.List;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Encoding;

/** Several post-processors in a row: two templates that add {@code <s>}: {@code a -> <s> <s> a}. */
public record PostProcessorSequence(List<PostProcessor> processors) implements PostProcessor {

    static PostProcessorSequence read(Part part) {
        return new PostProcessorSequence(
                part.list("processors").stream().map(PostProcessor::read).toList());
    }

    @Override
    public Encoding apply(Encoding tokens) {
        Encoding result = tokens;
        for (PostProcessor processor : processors) {
            result = processor.apply(result);
        }
        return result;
    }
}
