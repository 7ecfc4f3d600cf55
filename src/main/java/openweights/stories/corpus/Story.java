package openweights.stories.corpus;

/**
 * A story with its question and answer.
 *
 * @param prompt the story up to its question mark
 * @param answer the sentence that follows after a blank, and ends the text
 * @param logProbability of the whole text, in nats
 */
public record Story(String prompt, Question question, String answer, double logProbability) {

    /** The whole. */
    public String text() {
        return prompt + " " + answer;
    }
}
