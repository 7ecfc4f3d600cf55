package openweights.engine.chat.template.builtin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Callable;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.Namespace;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;

/** The functions that every template can call. */
public final class Globals {

    /** As in Jinja's sandbox. */
    private static final long LONGEST_RANGE = 100_000;

    /** What a character of a date's format may cost, in steps of a template. */
    private static final long DATE_EFFORT = 50;

    private Globals() {}

    /**
     * The functions by name.
     *
     * @param clock what {@code strftime_now} asks for the time
     */
    public static Map<String, Callable> all(Clock clock) {
        return Map.of(
                "dict", arguments -> dict("dict", arguments),
                "namespace", Globals::namespace,
                "raise_exception", Globals::raise,
                "range", Globals::range,
                "strftime_now", arguments -> now(clock, arguments));
    }

    private static Dict dict(String name, Arguments arguments) {
        LinkedHashMap<Value, Value> entries = new LinkedHashMap<>();
        if (arguments.positional().size() > 1) {
            throw new TemplateException(
                    Fault.TYPE, name + " takes one dict, and names with values.");
        }
        for (Value source : arguments.positional()) {
            if (source instanceof Dict dict) {
                arguments.budget().elements(dict.entries().size());
                entries.putAll(dict.entries());
            } else {
                addPairs(name, source, arguments, entries);
            }
        }
        arguments.named().forEach((key, value) -> entries.put(new Text(key), value));
        return Dict.of(entries);
    }

    private static void addPairs(
            String name, Value source, Arguments arguments, Map<Value, Value> entries) {
        for (Value pair : Iteration.over(source, arguments.budget())) {
            List<Value> both = Iteration.over(pair, arguments.budget());
            if (both.size() != 2) {
                throw new TemplateException(
                        Fault.TYPE, name + " needs pairs of a key and a value.");
            }
            Dict.requireKey(both.get(0));
            arguments.budget().elements(1);
            entries.put(both.get(0), both.get(1));
        }
    }

    private static Value namespace(Arguments arguments) {
        Namespace namespace = new Namespace();
        dict("namespace", arguments)
                .entries()
                .forEach((name, value) -> set(namespace, name, value, arguments));
        return namespace;
    }

    private static void set(Namespace space, Value name, Value value, Arguments arguments) {
        space.set(Spelling.of(name, arguments.budget()), value);
    }

    private static Value raise(Arguments arguments) {
        Value message = arguments.bind("raise_exception", "message").get("message");
        throw new TemplateException(Fault.RAISED, Spelling.of(message, arguments.budget()));
    }

    private static Value range(Arguments arguments) {
        Bound bound = arguments.bind("range", "start", "stop", "step");
        bound.get("start");
        boolean one = bound.find("stop") == null;
        long from = one ? 0 : bound.integer("start", 0);
        long to = one ? bound.integer("start", 0) : bound.integer("stop", 0);
        long step = bound.integer("step", 1);
        if (step == 0) {
            throw new TemplateException(Fault.VALUE, "range: the step is 0.");
        }
        List<Value> numbers = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            if (numbers.size() == LONGEST_RANGE) {
                throw new TemplateException(
                        Fault.LIMIT, "range has more than %,d numbers.".formatted(LONGEST_RANGE));
            }
            arguments.budget().elements(1);
            numbers.add(new Int(i));
            if (step > 0 ? i > to - step : i < to - step) {
                break; // the next one could be beyond 64 bits
            }
        }
        return Seq.list(numbers);
    }

    private static Value now(Clock clock, Arguments arguments) {
        String format = arguments.bind("strftime_now", "format").text("format");
        arguments.budget().spend(DATE_EFFORT * format.length());
        return arguments.budget().text(Strftime.format(format, LocalDateTime.now(clock)));
    }
}
