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

/** The recipe's stories as token ids, from the beginning-of-text to the end-of-text token. */
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
     * @throws RunException if there is none of that name, or it has another version
     */
    static Corpus corpus(Recipe recipe) {
        Recipe.CorpusPart part = recipe.corpus();
        Corpus corpus;
        try {
            corpus = Corpus.of(part.name(), part.seed());
        } catch (UserException e) {
            throw new RunException("recipe.json: \"corpus.name\": " + e.getMessage(), e);
        }
        if (corpus.version() != part.version()) {
            throw new RunException(
                    "recipe.json: \"corpus.version\" is "
                            + part.version()
                            + ", but this course generates version "
                            + corpus.version()
                            + " of \""
                            + part.name()
                            + "\", which has other stories. Use the version of the course that the recipe was written for, or copy the recipe under a new name with the new version.");
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
        } catch (UserException | IllegalArgumentException e) {
            throw new RunException(
                    "recipe.json: \"tokenizer.vocabulary_size\": " + e.getMessage(), e);
        }
    }

    /** The batch of a step, counted from 0. */
    List<int[]> batch(int step, Pool pool) {
        int size = recipe.training().batchStories();
        long first = (long) step * size;
        return ids(size, i -> corpus.train((first + i) % recipe.corpus().stories()), pool);
    }

    /** The stories that the loss is measured on. */
    List<String> validationStories() {
        return Stream.iterate(0L, i -> i + 1)
                .limit(recipe.validation().stories())
                .map(corpus::validation)
                .toList();
    }

    /** The ids of each story. */
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

    /** The ids of a story, including its beginning and its end. */
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
