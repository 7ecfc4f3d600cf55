package openweights.stories.evaluate;

import java.util.List;
import openweights.stories.corpus.Stories;
import openweights.stories.corpus.Story;

/**
 * How well a model knows one kind of story.
 *
 * @param kind the corpus's name
 */
public record Skill(String kind, CrossEntropy crossEntropy, Answers answers) {

    /**
     * Measures a model.
     *
     * @param read how many stories to measure the cross-entropy on
     * @param asked how many stories to answer
     */
    public static Skill of(Candidate candidate, Stories corpus, int read, int asked) {
        List<Story> stories = corpus.validationStories(Math.max(read, asked));
        return new Skill(
                corpus.name(),
                CrossEntropy.of(candidate, stories.subList(0, read)),
                Answers.of(candidate, stories.subList(0, asked)));
    }
}
