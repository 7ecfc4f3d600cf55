package openweights.engine.chat.template.tree;

import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.TextBuilder;

/** The text that a template, a macro, or a block has written so far. */
public final class Output {

    private final TextBuilder text = new TextBuilder();
    private final Budget budget;

    public Output(Budget budget) {
        this.budget = budget;
    }

    /** Adds what the template itself says. */
    public void append(String part) {
        budget.spend(part.length());
        text.append(part);
    }

    /** Adds a value. */
    public void append(Text part) {
        budget.spend(part.value().length());
        text.append(part);
    }

    public Text toText() {
        return budget.text(text.toText());
    }
}
