package openweights.corpus;

/**
 * Stories without end, each a pure function of a seed and an index.
 *
 * <pre>{@code
 * Corpus corpus = Corpus.of("whereabouts", 1);
 * corpus.train(0);                           // Anna and Ben were in the kitchen. ...
 * corpus.logProbability(corpus.train(0));    // -26.4 nats
 * }</pre>
 *
 * No story is in both splits, whatever the indices: its own text decides which split it belongs to.
 */
public interface Corpus {

    /**
     * The corpus of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Corpus of(String name, long seed) {
        return Stories.of(name, seed);
    }

    String name();

    /** Changes whenever any story or probability does. */
    int version();

    String train(long index);

    String validation(long index);

    /**
     * The natural logarithm of the probability with which the grammar writes a text, before the
     * splits; negative infinity if it never does. Minus its mean over stories is the entropy.
     */
    double logProbability(String text);
}
