package openweights.engine.train.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.math.thread.Pool;
import openweights.engine.token.Tokenizer;
import openweights.engine.token.train.BpeTrainer;
import openweights.engine.token.train.TrainedBpe;
import openweights.engine.train.Corpus;
import openweights.engine.train.recipe.Recipe;

/** The recipe's stories as ids, from the beginning-of-text token to the end-of-text token. */
final class Dataset {

    static final String BEGIN = "<|begin_of_text|>";
    static final String END = "<|end_of_text|>";

    private final Recipe recipe;
    private final Corpus corpus;
    private final Tokenizer tokenizer;
    private final int end;

    Dataset(Recipe recipe, Corpus corpus, Tokenizer tokenizer) {
        this.recipe = recipe;
        this.corpus = corpus;
        this.tokenizer = tokenizer;
        this.end = tokenizer.idOf(END).orElseThrow();
    }

    /**
     * The recipe's corpus.
     *
     * @throws RunException if its generator has changed since the recipe was written
     */
    static Corpus corpus(Recipe recipe) {
        Recipe.CorpusPart part = recipe.corpus();
        Corpus corpus;
        try {
            corpus = Corpus.of(part.name(), part.seed());
        } catch (IllegalArgumentException e) {
            throw new RunException("recipe.json: \"corpus.name\": " + e.getMessage(), e);
        }
        if (corpus.version() != part.version()) {
            throw new RunException(
                    "recipe.json: \"corpus.version\" is "
                            + part.version()
                            + ", but the generator of \""
                            + part.name()
                            + "\" here is version "
                            + corpus.version()
                            + " and writes other stories. Take the program's version that the recipe was made for, or write the new version into a recipe of a new name.");
        }
        return corpus;
    }

    /** Trains the recipe's tokenizer. */
    static TrainedBpe trainTokenizer(Recipe recipe, Corpus corpus) {
        Recipe.TokenizerPart part = recipe.tokenizer();
        Stream<String> stories =
                Stream.iterate(0L, i -> i + 1).limit(part.stories()).map(corpus::train);
        try {
            return BpeTrainer.train(stories, List.of(BEGIN, END), part.vocabularySize());
        } catch (UserException e) {
            throw new RunException(
                    "recipe.json: \"tokenizer.vocabulary_size\": " + e.getMessage(), e);
        }
    }

    /** The stories of a step, counted from 0. */
    List<int[]> batch(int step, Pool pool) {
        int size = recipe.training().batchStories();
        long first = (long) step * size;
        return ids(size, i -> corpus.train((first + i) % recipe.corpus().stories()), pool);
    }

    List<String> validationStories() {
        return Stream.iterate(0L, i -> i + 1)
                .limit(recipe.validation().stories())
                .map(corpus::validation)
                .toList();
    }

    List<int[]> ids(List<String> stories, Pool pool) {
        return ids(stories.size(), i -> stories.get((int) i), pool);
    }

    private List<int[]> ids(int count, LongFunction<String> story, Pool pool) {
        int[][] all = new int[count][];
        pool.each(
                count,
                4,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        all[i] = ids(story.apply(i));
                    }
                });
        return new ArrayList<>(Arrays.asList(all));
    }

    /** A story with its end. */
    int[] ids(String story) {
        int[] ids = tokenizer.encode(story);
        int[] ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = end;
        if (ids.length > recipe.model().maxPositionEmbeddings()) {
            throw new RunException(
                    "recipe.json: \"model.max_position_embeddings\" is "
                            + recipe.model().maxPositionEmbeddings()
                            + ", but this story has "
                            + ids.length
                            + " tokens: "
                            + story);
        }
        return ended;
    }
}
