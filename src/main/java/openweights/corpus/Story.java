package openweights.corpus;

import java.util.List;

/**
 * A story with its questions and answers.
 *
 * @param text the whole, the answers included
 * @param logProbability in nats
 */
public record Story(String text, List<Asked> asked, double logProbability) {

    /**
     * A question in a story.
     *
     * @param prompt the story up to the question mark
     * @param answer the sentence that follows after a blank
     */
    public record Asked(Question question, String prompt, String answer) {}

    public Story {
        asked = List.copyOf(asked);
    }
}
