package openweights.openness.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import openweights.base.Sha256;
import openweights.base.UserException;
import openweights.engine.train.Corpus;
import openweights.engine.train.recipe.Recipe;

/**
 * The training and validation stories of a run, generated again.
 *
 * @param used how many training stories the run used, starting with the first
 * @param characters the length of all of them, one per line, including line ends
 * @param sha256 the hash of all of them, one per line
 * @param sample the first of them
 * @param entropy the mean exact surprisal of the validation stories, in nats
 * @param entropyError the standard error of that mean
 */
record TrainingStories(
        long used,
        long characters,
        String sha256,
        List<String> sample,
        List<String> validation,
        double entropy,
        double entropyError) {

    private static final int SAMPLE = 1000;

    static TrainingStories of(Recipe recipe) {
        Corpus corpus = Corpus.of(recipe.corpus().name(), recipe.corpus().seed());
        if (corpus.version() != recipe.corpus().version()) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "The run was trained on version %d of the corpus \"%s\"; this course generates version %d. Release it with the version of the course that trained it.",
                            recipe.corpus().version(),
                            corpus.name(),
                            corpus.version()));
        }
        Recipe.Training training = recipe.training();
        long used =
                Math.min(
                        recipe.corpus().stories(),
                        (long) training.steps() * training.batchStories());
        List<String> validation =
                LongStream.range(0, recipe.validation().stories())
                        .mapToObj(corpus::validation)
                        .toList();
        double[] nats = validation.stream().mapToDouble(s -> -corpus.logProbability(s)).toArray();
        MessageDigest digest = Sha256.digest();
        long characters = 0;
        for (long i = 0; i < used; i++) {
            String line = corpus.train(i) + "\n";
            characters += line.length();
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return new TrainingStories(
                used,
                characters,
                Sha256.hex(digest),
                LongStream.range(0, Math.min(SAMPLE, used)).mapToObj(corpus::train).toList(),
                validation,
                mean(nats),
                error(nats));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
    }
}
