package openweights.engine.chat;

/** Is told an answer while it is generated. */
@FunctionalInterface
public interface AnswerListener {

    /** For whoever waits for the whole answer. */
    AnswerListener NONE = (text, thinking) -> {};

    /**
     * @param text the next part, which later ones do not change
     * @param thinking whether the model writes it for itself
     */
    void show(String text, boolean thinking);
}
