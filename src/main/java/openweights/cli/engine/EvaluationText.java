package openweights.cli.engine;

import java.util.List;
import java.util.Locale;
import openweights.cli.terminal.TextTable;
import openweights.engine.generate.SamplerSettings;
import openweights.stories.evaluate.Answers;
import openweights.stories.evaluate.CrossEntropy;
import openweights.stories.evaluate.Evaluation;
import openweights.stories.evaluate.ImpossibleMass;
import openweights.stories.evaluate.Proportion;
import openweights.stories.evaluate.Samples;
import openweights.stories.evaluate.Skill;

/** An evaluation for people to read. */
final class EvaluationText {

    private static final int EXAMPLES = 3;

    private EvaluationText() {}

    /**
     * @param trainingKnown whether there is a recipe that says what the model was trained on
     */
    static String of(Evaluation evaluation, boolean trainingKnown) {
        StringBuilder text = new StringBuilder(surprise(evaluation.crossEntropy()));
        text.append(answers(evaluation.answers()));
        text.append(samples(evaluation.usual(), trainingKnown));
        text.append(samples(evaluation.plain(), trainingKnown));
        text.append(impossible(evaluation.impossible()));
        for (Skill skill : evaluation.others()) {
            text.append("\nAnother kind of story: ").append(skill.kind()).append("\n\n");
            text.append(surprise(skill.crossEntropy())).append(answers(skill.answers()));
        }
        return text.toString();
    }

    private static String answers(Answers answers) {
        TextTable table = new TextTable();
        table.row("  all", share(answers.all()));
        answers.byKind().forEach((kind, share) -> table.row("  " + name(kind), share(share)));
        return "\nRight answers to the questions of true stories (the likeliest answer)\n"
                + table
                + examples("wrong", answers.wrong());
    }

    private static String surprise(CrossEntropy found) {
        return format(
                """
                Surprise on %,d stories that were not trained on: %.3f nats a story (%.4f a token); the best possible is %.3f.
                  That is %.2f %% above (95 %%: %.2f to %.2f).
                """,
                found.stories(),
                found.model(),
                found.model() * found.stories() / found.tokens(),
                found.exact(),
                100 * found.excess(),
                100 * found.low(),
                100 * found.high());
    }

    private static String samples(Samples samples, boolean trainingKnown) {
        TextTable table = new TextTable();
        table.row("  obey the grammar", share(samples.grammatical()));
        table.row("  of these, answer rightly", share(samples.consistent()));
        table.row(
                "  stand among the training stories",
                trainingKnown
                        ? share(samples.copied())
                        : "not known: no recipe.json says what the model was trained on");
        return format(
                        "\nStories of its own, %,d, with %s\n",
                        samples.grammatical().of(), settings(samples.settings()))
                + table
                + examples("not a story", samples.faulty())
                + examples("wrong", samples.wrong());
    }

    private static String impossible(ImpossibleMass mass) {
        return format(
                "\nMass on words that cannot come next: %.3f %% a token, so %.1f %% of the ways through a story meet one (%,d stories).\n",
                100 * mass.perToken(), 100 * mass.perStory(), mass.stories());
    }

    private static String settings(SamplerSettings sampling) {
        String text = "temperature " + sampling.temperature();
        text += sampling.topK() == 0 ? "" : ", top-k " + sampling.topK();
        text += sampling.topP() == 1 ? "" : ", top-p " + sampling.topP();
        text += sampling.minP() == 0 ? "" : ", min-p " + sampling.minP();
        return text;
    }

    private static String examples(String what, List<String> texts) {
        StringBuilder lines = new StringBuilder();
        texts.stream()
                .limit(EXAMPLES)
                .forEach(
                        text ->
                                lines.append("    ")
                                        .append(what)
                                        .append(": ")
                                        .append(text)
                                        .append('\n'));
        return lines.toString();
    }

    private static String share(Proportion share) {
        return share.of() == 0
                ? "none to count"
                : format(
                        "%5.1f %%  (%d of %d; 95 %%: %.1f to %.1f)",
                        100 * share.share(),
                        share.hits(),
                        share.of(),
                        100 * share.low(),
                        100 * share.high());
    }

    /** WHO_HAS_THE_THING: who has the thing. */
    static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
