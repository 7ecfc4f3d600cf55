package openweights.engine.chat.template.builtin;

import java.util.List;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
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
        return joined(all, separator.value(), budget);
    }

    /** The values as they are printed, with a separator between them. */
    static Text joined(List<Value> values, String separator, Budget budget) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String text = Spelling.of(values.get(i), budget);
            budget.spend(text.length() + separator.length() + 1L);
            out.append(i == 0 ? "" : separator).append(text);
        }
        return new Text(out.toString());
    }
}
