package openweights.openness.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import openweights.engine.model.Config;
import openweights.engine.model.TensorManifest;
import openweights.engine.train.recipe.Recipe;
import openweights.engine.train.run.RunFolder;
import openweights.engine.train.run.RunRecord;

/** The values of the documents' placeholders, all from the run's own files. */
final class Figures {

    private static final int LOSS_ROWS = 10;

    private final Map<String, String> figures = new LinkedHashMap<>();

    private Figures() {}

    static Map<String, String> of(
            RunFolder run,
            Recipe recipe,
            RunRecord record,
            TrainingStories stories,
            JsonNode evaluation)
            throws IOException {
        Figures figures = new Figures();
        figures.put("name", recipe.name());
        figures.model(run, recipe);
        figures.data(recipe, stories);
        figures.training(recipe);
        figures.log(Files.readAllLines(run.log()));
        figures.links(record);
        figures.put("evaluation", EvaluationTable.of(evaluation));
        return figures.figures;
    }

    private void model(RunFolder run, Recipe recipe) throws IOException {
        Config config = Config.read(run.path());
        put("parameters", TensorManifest.of(config).parameters());
        put("layers", recipe.model().numHiddenLayers());
        put("hidden", recipe.model().hiddenSize());
        put("inner", recipe.model().intermediateSize());
        put("heads", recipe.model().numAttentionHeads());
        put("key_value_heads", recipe.model().numKeyValueHeads());
        put("vocabulary", recipe.model().vocabSize());
        put("context", recipe.model().maxPositionEmbeddings());
        put("rope_theta", number(recipe.model().ropeTheta()));
        put("weights_bytes", Files.size(run.model()));
    }

    private void data(Recipe recipe, TrainingStories stories) {
        put("corpus", recipe.corpus().name());
        put("corpus_version", recipe.corpus().version());
        put("corpus_seed", String.valueOf(recipe.corpus().seed()));
        put("tokenizer_stories", recipe.tokenizer().stories());
        put("used_stories", stories.used());
        put("last_story", stories.used() - 1);
        put("corpus_characters", stories.characters());
        put("corpus_sha256", stories.sha256());
        put("sample_stories", stories.sample().size());
        put("validation_stories", stories.validation().size());
        put("last_validation_story", stories.validation().size() - 1);
        put("entropy", String.format(Locale.ROOT, "%.2f", stories.entropy()));
        put("entropy_error", String.format(Locale.ROOT, "%.2f", stories.entropyError()));
        put("story_0", stories.sample().get(0));
        put("story_1", stories.sample().get(Math.min(1, stories.sample().size() - 1)));
    }

    private void training(Recipe recipe) {
        Recipe.Training training = recipe.training();
        put("steps", training.steps());
        put("batch_stories", training.batchStories());
        put("chunks", training.chunks());
        put("training_seed", String.valueOf(training.seed()));
        put("initial_deviation", number(training.initialDeviation()));
        double passes =
                (double) training.steps() * training.batchStories() / recipe.corpus().stories();
        put("passes", passes <= 1 ? "once" : String.format(Locale.ROOT, "%.1f times", passes));
        put("learning_rate", number(recipe.optimizer().learningRate()));
        put("minimum_learning_rate", number(recipe.optimizer().minimumLearningRate()));
        put("warm_up", recipe.optimizer().warmUp());
        put("beta1", number(recipe.optimizer().beta1()));
        put("beta2", number(recipe.optimizer().beta2()));
        put("epsilon", number(recipe.optimizer().epsilon()));
        put("weight_decay", number(recipe.optimizer().weightDecay()));
        put("gradient_clip", number(recipe.optimizer().gradientClip()));
    }

    /** The log has lines of step, tokens, loss, learning rate, gradient norm, validation loss. */
    private void log(List<String> lines) throws IOException {
        List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        List<String[]> validated =
                rows.stream().filter(row -> row.length == 6 && !row[5].isEmpty()).toList();
        if (validated.isEmpty()) {
            throw new IOException("log.csv has no line with a validation loss.");
        }
        String[] last = validated.get(validated.size() - 1);
        put("tokens", Long.parseLong(last[1]));
        put("train_loss", last[2]);
        put("validation_loss", last[5]);
        List<String> table = new ArrayList<>();
        table.add("| step | tokens | loss | validation loss |");
        table.add("|---:|---:|---:|---:|");
        for (int i = 0; i < Math.min(LOSS_ROWS, validated.size()); i++) {
            int at = (i + 1) * validated.size() / Math.min(LOSS_ROWS, validated.size()) - 1;
            String[] row = validated.get(at);
            table.add("| " + String.join(" | ", row[0], row[1], row[2], row[5]) + " |");
        }
        put("loss_table", String.join("\n", table));
    }

    private void links(RunRecord record) {
        put("recipe_sha256", record.recipe());
        put("corpus_link", record.corpus());
        put("tokenizer_sha256", record.tokenizer());
        put("model_sha256", record.model());
        put("log_sha256", record.log());
        put(
                "checkpoint_rows",
                record.checkpoints().entrySet().stream()
                        .map(step -> "| step " + step.getKey() + " | `" + step.getValue() + "` |")
                        .collect(Collectors.joining("\n")));
    }

    private void put(String name, long value) {
        put(name, String.format(Locale.ROOT, "%,d", value));
    }

    private void put(String name, String value) {
        figures.put(name, value);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
