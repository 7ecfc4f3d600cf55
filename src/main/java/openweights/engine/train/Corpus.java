package openweights.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import openweights.base.UserException;

/**
 * An endless sequence of training texts, each a pure function of a seed and an index.
 *
 * <pre>{@code
 * Corpus corpus = Corpus.of("whereabouts", 1);
 * corpus.train(0);                           // Anna and Ben were in the kitchen. ...
 * corpus.logProbability(corpus.train(0));    // -26.4 nats
 * }</pre>
 *
 * No text is in both splits, whatever the indices: a hash of the text decides which split it is in.
 */
public interface Corpus {

    /**
     * The corpus of a name. A new corpus becomes available to recipes when its {@link Provider} is
     * listed in {@code META-INF/services}.
     *
     * @throws UserException if no provider knows the name
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
        throw new UserException(
                "There is no corpus called \"%s\"; there are %s."
                        .formatted(
                                name,
                                known.stream()
                                        .map(each -> '"' + each + '"')
                                        .collect(Collectors.joining(" and "))));
    }

    String name();

    /** Changes whenever any text or its probability changes. */
    int version();

    /** The training text at an index. */
    String train(long index);

    /** The validation text at an index. */
    String validation(long index);

    /**
     * The natural logarithm of the probability that the generator writes a text, before the split;
     * negative infinity if it never does. Its negated mean over texts estimates the entropy.
     */
    double logProbability(String text);

    /** A source of corpora, found by {@link ServiceLoader}. */
    interface Provider {

        /** The corpora that this provider can open. */
        List<String> names();

        /**
         * @param name one of {@link #names()}
         */
        Corpus open(String name, long seed);
    }
}
