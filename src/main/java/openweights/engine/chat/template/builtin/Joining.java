package openweights.engine.chat.template.builtin;

import java.util.List;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.TextBuilder;
import openweights.engine.chat.template.value.Value;

/** One string from many. */
final class Joining {

    private Joining() {}

    /** Python's {@code separator.join(strings)}. */
    static Value join(Text separator, Arguments arguments) {
        Budget budget = arguments.budget();
        List<Value> all = Iteration.over(arguments.bind("join", "strings").get("strings"), budget);
        for (Value each : all) {
            if (!(each instanceof Text)) {
                throw new TemplateException(
                        Fault.TYPE,
                        "join needs strings, found a value of type " + each.type() + ".");
            }
        }
        return joined(all, separator, budget);
    }

    /** The values as they are printed, with a separator between them. */
    static Text joined(List<Value> values, Text separator, Budget budget) {
        TextBuilder out = new TextBuilder();
        for (int i = 0; i < values.size(); i++) {
            Text text = Spelling.text(values.get(i), budget);
            budget.spend((long) text.value().length() + separator.value().length() + 1);
            out.append(i == 0 ? Text.EMPTY : separator).append(text);
        }
        return out.toText();
    }
}
