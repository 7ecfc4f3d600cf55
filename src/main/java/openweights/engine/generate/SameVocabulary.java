package openweights.engine.generate;

import java.util.Optional;
import openweights.base.UserException;
import openweights.engine.token.Tokenizer;

/** Two models can work on one text only if each token means the same to both. */
final class SameVocabulary {

    private SameVocabulary() {}

    /**
     * @throws UserException if the tokenizers give an id to different tokens
     */
    static void require(Tokenizer model, Tokenizer draft) {
        int size = Math.max(model.vocabularySize(), draft.vocabularySize());
        for (int id = 0; id < size; id++) {
            Optional<String> token = model.tokenOf(id);
            Optional<String> other = draft.tokenOf(id);
            if (!token.equals(other)) {
                throw new UserException(
                        "The draft model has another vocabulary: token %d is %s, but %s for the model. Take a draft model of the same family."
                                .formatted(id, name(other), name(token)));
            }
        }
    }

    private static String name(Optional<String> token) {
        return token.map(text -> '"' + text + '"').orElse("none");
    }
}
