package openweights.engine.chat.template.builtin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Comparison;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** Filters that compare the elements of a list. */
final class SortFilters {

    private SortFilters() {}

    static Value sort(Value value, Arguments arguments) {
        Bound bound = arguments.bind("sort", "reverse", "case_sensitive", "attribute");
        List<Value> items = SequenceFilters.copy(value, arguments.budget());
        Comparator<Value> order = order(bound, arguments.budget());
        items.sort(bound.flag("reverse", false) ? reversed(order) : order);
        return Seq.list(items);
    }

    /** Equal elements keep their order, as in Python; Comparator.reversed keeps it too. */
    private static Comparator<Value> reversed(Comparator<Value> order) {
        return (a, b) -> order.compare(b, a);
    }

    /** By the attribute that was asked for, upper case as lower case unless asked otherwise. */
    private static Comparator<Value> order(Bound bound, Budget budget) {
        boolean exact = bound.flag("case_sensitive", false);
        Value attribute = bound.get("attribute", None.NONE);
        return (a, b) ->
                Comparison.order(
                        key(a, attribute, exact, budget), key(b, attribute, exact, budget), budget);
    }

    private static Value key(Value item, Value attribute, boolean exact, Budget budget) {
        Value key =
                attribute == None.NONE ? item : SelectionFilters.attribute(item, attribute, budget);
        return !exact && key instanceof Text text
                ? budget.text(text.changed(value -> value.toLowerCase(Locale.ROOT)))
                : key;
    }

    static Value dictsort(Value value, Arguments arguments) {
        Bound bound = arguments.bind("dictsort", "case_sensitive", "by", "reverse");
        if (!(value instanceof Dict dict)) {
            throw new TemplateException(
                    Fault.TYPE,
                    "dictsort needs a dict, found a value of type " + value.type() + ".");
        }
        Budget budget = arguments.budget();
        int place = bound.find("by") == null || bound.text("by").equals("key") ? 0 : 1;
        boolean exact = bound.flag("case_sensitive", false);
        Value pairs = DictMethods.items(dict, Arguments.of(budget), "dictsort");
        List<Value> items = SequenceFilters.copy(pairs, budget);
        Comparator<Value> order =
                (a, b) ->
                        Comparison.order(
                                key(((Seq) a).items().get(place), None.NONE, exact, budget),
                                key(((Seq) b).items().get(place), None.NONE, exact, budget),
                                budget);
        items.sort(bound.flag("reverse", false) ? reversed(order) : order);
        return Seq.list(items);
    }

    static Value unique(Value value, Arguments arguments) {
        Bound bound = arguments.bind("unique", "case_sensitive", "attribute");
        Budget budget = arguments.budget();
        boolean exact = bound.flag("case_sensitive", false);
        Value attribute = bound.get("attribute", None.NONE);
        List<Value> seen = new ArrayList<>();
        List<Value> kept = new ArrayList<>();
        for (Value item : Iteration.over(value, budget)) {
            Value key = key(item, attribute, exact, budget);
            if (seen.stream().noneMatch(other -> Comparison.equal(key, other, budget))) {
                budget.elements(2);
                seen.add(key);
                kept.add(item);
            }
        }
        return Seq.list(kept);
    }

    static Value min(Value value, Arguments arguments) {
        Bound bound = arguments.bind("min", "case_sensitive", "attribute");
        return extreme(value, order(bound, arguments.budget()), arguments);
    }

    static Value max(Value value, Arguments arguments) {
        Bound bound = arguments.bind("max", "case_sensitive", "attribute");
        return extreme(value, reversed(order(bound, arguments.budget())), arguments);
    }

    private static Value extreme(Value value, Comparator<Value> order, Arguments arguments) {
        List<Value> items = Iteration.over(value, arguments.budget());
        return items.stream()
                .min(order)
                .orElse(new Undefined("an empty list has no smallest and no largest item"));
    }
}
