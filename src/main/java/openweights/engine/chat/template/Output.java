package openweights.engine.chat.template;

import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Text;

/** The text that a template, a macro, or a block has written so far. */
final class Output {

    private final StringBuilder text = new StringBuilder();
    private final Budget budget;

    Output(Budget budget) {
        this.budget = budget;
    }

    void append(String part) {
        budget.spend(part.length());
        text.append(part);
    }

    Text toText() {
        return budget.text(text.toString());
    }
}
