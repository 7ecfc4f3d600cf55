package openweights.stories.evaluate;

import java.util.List;
import openweights.stories.corpus.Stories;
import openweights.stories.corpus.Story;

/**
 * What a model knows of one kind of story, in short: whatever it was made from, and whatever it
 * learned later.
 *
 * @param kind the corpus's name
 */
public record Skill(String kind, CrossEntropy crossEntropy, Answers answers) {

    /**
     * Measures a model.
     *
     * @param read how many stories are read for the cross-entropy
     * @param asked how many are asked for their answers
     */
    public static Skill of(Candidate candidate, Stories corpus, int read, int asked) {
        List<Story> stories = corpus.validationStories(Math.max(read, asked));
        return new Skill(
                corpus.name(),
                CrossEntropy.of(candidate, stories.subList(0, read)),
                Answers.of(candidate, stories.subList(0, asked)));
    }
}
