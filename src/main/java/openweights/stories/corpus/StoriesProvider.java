package openweights.stories.corpus;

import java.util.List;
import openweights.engine.train.Corpus;

/** Makes the course's stories available to recipes. */
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
