package openweights.stories.evaluate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import openweights.base.Json;

/** An evaluation for programs to read: each figure with its 95 % confidence interval. */
public final class EvaluationJson {

    private EvaluationJson() {}

    /** The text of {@code evaluation.json}. */
    public static String text(Evaluation evaluation) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("cross_entropy", of(evaluation.crossEntropy()));
        root.put("right_answers", of(evaluation.answers()));
        root.put("samples_with_usual_settings", of(evaluation.usual()));
        root.put("samples_at_temperature_1", of(evaluation.plain()));
        root.put("impossible_mass", evaluation.impossible());
        if (!evaluation.others().isEmpty()) {
            Map<String, Object> kinds = new LinkedHashMap<>();
            evaluation.others().forEach(skill -> kinds.put(skill.kind(), of(skill)));
            root.put("other_stories", kinds);
        }
        return Json.prettySnakeCase(root) + "\n";
    }

    private static Map<String, Object> of(Skill skill) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cross_entropy", of(skill.crossEntropy()));
        values.put("right_answers", of(skill.answers()));
        return values;
    }

    private static Map<String, Object> of(Answers answers) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("all", of(answers.all()));
        answers.byKind()
                .forEach(
                        (kind, share) ->
                                values.put(kind.name().toLowerCase(Locale.ROOT), of(share)));
        return values;
    }

    private static Map<String, Object> of(CrossEntropy found) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stories", found.stories());
        values.put("tokens", found.tokens());
        values.put("nats_per_story", found.model());
        values.put("exact_nats_per_story", found.exact());
        values.put("excess", found.excess());
        values.put("low", found.low());
        values.put("high", found.high());
        return values;
    }

    private static Map<String, Object> of(Samples samples) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("settings", samples.settings());
        values.put("obey_the_grammar", of(samples.grammatical()));
        values.put("of_these_consistent", of(samples.consistent()));
        values.put("in_the_training_set", of(samples.copied()));
        return values;
    }

    private static Map<String, Object> of(Proportion share) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("hits", share.hits());
        values.put("of", share.of());
        if (share.of() > 0) {
            values.put("share", share.share());
            values.put("low", share.low());
            values.put("high", share.high());
        }
        return values;
    }
}
