package openweights.corpus;

/**
 * A story with its question and answer.
 *
 * @param text the whole, the answer included
 * @param answer the last sentence of the text, without the blank before it
 * @param logProbability in nats
 */
public record Story(String text, Question question, String answer, double logProbability) {

    /** The story and its question. */
    public String prompt() {
        return text.substring(0, text.length() - answer.length() - 1);
    }
}
