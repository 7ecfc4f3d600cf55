package openweights.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Texts without end to learn from, each a pure function of a seed and an index.
 *
 * <pre>{@code
 * Corpus corpus = Corpus.of("whereabouts", 1);
 * corpus.train(0);                           // Anna and Ben were in the kitchen. ...
 * corpus.logProbability(corpus.train(0));    // -26.4 nats
 * }</pre>
 *
 * No text is in both splits, whatever the indices: its own words decide which split it belongs to.
 */
public interface Corpus {

    /**
     * The corpus of a name. Corpora are services: whoever writes one names its {@link Provider} in
     * {@code META-INF/services}, and recipes can ask for it.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Corpus of(String name, long seed) {
        List<String> known = new ArrayList<>();
        for (Provider provider :
                ServiceLoader.load(Provider.class, Corpus.class.getClassLoader())) {
            if (provider.names().contains(name)) {
                return provider.open(name, seed);
            }
            known.addAll(provider.names());
        }
        throw new IllegalArgumentException(
                "There is no corpus called \"%s\"; there are %s."
                        .formatted(
                                name,
                                known.stream()
                                        .map(each -> '"' + each + '"')
                                        .collect(Collectors.joining(" and "))));
    }

    String name();

    /** Changes whenever any text or probability does. */
    int version();

    String train(long index);

    String validation(long index);

    /**
     * The natural logarithm of the probability with which the generator writes a text, before the
     * splits; negative infinity if it never does. Minus its mean over texts is the entropy.
     */
    double logProbability(String text);

    /** A source of corpora, found by {@link ServiceLoader}. */
    interface Provider {

        List<String> names();

        /**
         * @param name one of {@link #names()}
         */
        Corpus open(String name, long seed);
    }
}
