package openweights.stories.corpus;

/**
 * A story with its question and answer.
 *
 * @param prompt the story up to its question mark
 * @param answer the sentence that follows after a blank and ends the text
 * @param logProbability the natural logarithm of the probability of the whole text
 */
public record Story(String prompt, Question question, String answer, double logProbability) {

    /** The whole text. */
    public String text() {
        return prompt + " " + answer;
    }
}
