package openweights.engine.chat.template.builtin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Arithmetic;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** Filters of lists. */
final class SequenceFilters {

    private SequenceFilters() {}

    static Value length(Value value, Arguments arguments) {
        arguments.bind("length");
        return new Int(Iteration.length(value, arguments.budget()));
    }

    static Value first(Value value, Arguments arguments) {
        arguments.bind("first");
        List<Value> items = Iteration.over(value, arguments.budget());
        return items.isEmpty() ? new Undefined("an empty list has no first item") : items.get(0);
    }

    static Value last(Value value, Arguments arguments) {
        arguments.bind("last");
        List<Value> items = Iteration.over(value, arguments.budget());
        return items.isEmpty()
                ? new Undefined("an empty list has no last item")
                : items.get(items.size() - 1);
    }

    static Value list(Value value, Arguments arguments) {
        arguments.bind("list");
        return Seq.list(copy(value, arguments.budget()));
    }

    /** The elements of a value, in a list of their own. */
    static List<Value> copy(Value value, Budget budget) {
        return new ArrayList<>(budget.counted(Iteration.over(value, budget)));
    }

    static Value reverse(Value value, Arguments arguments) {
        arguments.bind("reverse");
        List<Value> items = copy(value, arguments.budget());
        Collections.reverse(items);
        return value instanceof Text
                ? Joining.joined(items, Text.EMPTY, arguments.budget())
                : Seq.list(items);
    }

    static Value items(Value value, Arguments arguments) {
        if (value instanceof Undefined) {
            return Seq.list(List.of());
        }
        if (value instanceof Dict dict) {
            return DictMethods.items(dict, arguments, "items");
        }
        throw new TemplateException(
                Fault.TYPE, "only a dict has items, found a value of type " + value.type() + ".");
    }

    static Value join(Value value, Arguments arguments) {
        Bound bound = arguments.bind("join", "d", "attribute");
        Budget budget = arguments.budget();
        List<Value> items =
                SelectionFilters.attributes(
                        Iteration.over(value, budget), bound.get("attribute", None.NONE), budget);
        Text separator = Spelling.text(bound.get("d", Text.EMPTY), budget);
        return Joining.joined(items, separator, budget);
    }

    static Value sum(Value value, Arguments arguments) {
        Bound bound = arguments.bind("sum", "attribute", "start");
        Budget budget = arguments.budget();
        Value sum = bound.get("start", new Int(0));
        for (Value item :
                SelectionFilters.attributes(
                        Iteration.over(value, budget), bound.get("attribute", None.NONE), budget)) {
            sum = Arithmetic.add(sum, item, budget);
        }
        return sum;
    }
}
