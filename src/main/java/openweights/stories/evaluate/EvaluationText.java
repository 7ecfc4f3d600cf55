package openweights.stories.evaluate;

import java.util.List;
import java.util.Locale;
import openweights.base.TextTable;
import openweights.engine.generate.SamplerSettings;

/** An evaluation for people to read. */
public final class EvaluationText {

    private static final int EXAMPLES = 3;

    private EvaluationText() {}

    /**
     * @param trainingKnown whether a recipe says what the model was trained on
     */
    public static String of(Evaluation evaluation, boolean trainingKnown) {
        StringBuilder text = new StringBuilder(loss(evaluation.crossEntropy()));
        text.append(answers(evaluation.answers()));
        text.append(samples(evaluation.usual(), trainingKnown));
        text.append(samples(evaluation.plain(), trainingKnown));
        text.append(impossible(evaluation.impossible()));
        for (Skill skill : evaluation.others()) {
            text.append("\nAnother kind of story: ").append(skill.kind()).append("\n\n");
            text.append(loss(skill.crossEntropy())).append(answers(skill.answers()));
        }
        return text.toString();
    }

    private static String answers(Answers answers) {
        TextTable table = new TextTable();
        table.row("  all", share(answers.all()));
        answers.byKind().forEach((kind, share) -> table.row("  " + kind.words(), share(share)));
        return "\nRight answers to the questions of true stories (greedy decoding)\n"
                + table
                + examples("wrong", answers.wrong());
    }

    private static String loss(CrossEntropy found) {
        return format(
                """
                Loss on %,d validation stories: %.3f nats per story (%.4f per token); the best possible is %.3f.
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
        table.row("  follow the grammar", share(samples.grammatical()));
        table.row("  of these, answer correctly", share(samples.consistent()));
        table.row(
                "  copied from the training stories",
                trainingKnown
                        ? share(samples.copied())
                        : "unknown: no recipe.json says what the model was trained on");
        return format(
                        "\n%,d stories of its own, with %s\n",
                        samples.grammatical().of(), settings(samples.settings()))
                + table
                + examples("not a story", samples.faulty())
                + examples("wrong", samples.wrong());
    }

    private static String impossible(ImpossibleMass mass) {
        return format(
                "\nProbability of tokens that cannot come next: %.3f %% per token, so %.1f %% of sampled stories would contain one (%,d stories).\n",
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
                ? "none"
                : format(
                        "%5.1f %%  (%d of %d; 95 %%: %.1f to %.1f)",
                        100 * share.share(),
                        share.hits(),
                        share.of(),
                        100 * share.low(),
                        100 * share.high());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
