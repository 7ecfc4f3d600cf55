package openweights.grading.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Given;
import openweights.grading.decision.RubricItem;
import openweights.grading.result.Result;

/**
 * The buttons for a question's rubric items. A button takes its item away if all answers have it;
 * otherwise it gives the item to all of them.
 */
record ItemButtons(Decisions decisions, String question, List<Result> answers) {

    /** Items that one key applies. */
    private static final int KEYS = 9;

    List<Map<String, Object>> values() {
        List<Map<String, Object>> buttons = new ArrayList<>();
        for (RubricItem item : decisions.items(question)) {
            buttons.add(button(item, buttons.size() + 1));
        }
        return buttons;
    }

    private Map<String, Object> button(RubricItem item, int place) {
        long having = answers.stream().filter(each -> has(each, item)).count();
        boolean all = having == answers.size();
        boolean some = having > 0 && !all;
        Map<String, Object> values = new HashMap<>();
        values.put("id", item.id());
        values.put("key", place <= KEYS ? "" + place : "");
        values.put("words", item.words());
        values.put("points", RubricItem.signed(item.points()));
        values.put("field", all ? "unapply" : "apply");
        values.put("pressed", some ? "mixed" : "" + all);
        values.put("some", some);
        values.put("having", having);
        values.put("of", answers.size());
        values.put("kind", item.points() < 0 ? "minus" : "plus");
        return values;
    }

    private boolean has(Result result, RubricItem item) {
        Given given = decisions.of(result.answer(question));
        return given != null && given.items().contains(item.id());
    }
}
