package openweights.stories.corpus;

import java.util.List;
import openweights.engine.train.Corpus;

/** Offers the course's stories to the recipes that name them. */
public final class StoriesProvider implements Corpus.Provider {

    @Override
    public List<String> names() {
        return Stories.names();
    }

    @Override
    public Corpus open(String name, long seed) {
        return Stories.of(name, seed);
    }
}
