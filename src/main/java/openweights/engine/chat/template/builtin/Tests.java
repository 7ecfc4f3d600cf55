package openweights.engine.chat.template.builtin;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arithmetic;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Callable;
import openweights.engine.chat.template.value.Comparison;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Real;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** The tests that templates can use. */
public final class Tests {

    private static final Map<String, Test> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            entry("!=", Tests::unequal),
                            entry("<", ordered(order -> order < 0)),
                            entry("<=", ordered(order -> order <= 0)),
                            entry("==", Tests::equal),
                            entry(">", ordered(order -> order > 0)),
                            entry(">=", ordered(order -> order >= 0)),
                            entry("boolean", is(Bool.class::isInstance)),
                            entry("callable", is(Callable.class::isInstance)),
                            entry("defined", is(value -> !(value instanceof Undefined))),
                            entry("divisibleby", Tests::divisible),
                            entry("eq", Tests::equal),
                            entry("equalto", Tests::equal),
                            entry("even", (value, arguments) -> remainder(value, 2) == 0),
                            entry("false", is(value -> value == Bool.FALSE)),
                            entry("float", is(Real.class::isInstance)),
                            entry("ge", ordered(order -> order >= 0)),
                            entry("greaterthan", ordered(order -> order > 0)),
                            entry("gt", ordered(order -> order > 0)),
                            entry("in", Tests::in),
                            entry("integer", is(Int.class::isInstance)),
                            entry("iterable", Tests::iterable),
                            entry("le", ordered(order -> order <= 0)),
                            entry("lessthan", ordered(order -> order < 0)),
                            entry("lower", cased("islower")),
                            entry("lt", ordered(order -> order < 0)),
                            entry("mapping", is(Dict.class::isInstance)),
                            entry("ne", Tests::unequal),
                            entry("none", is(value -> value == None.NONE)),
                            entry("number", is(Tests::isNumber)),
                            entry("odd", (value, arguments) -> remainder(value, 2) == 1),
                            entry("sameas", Tests::same),
                            entry("sequence", is(Tests::isSequence)),
                            entry("string", is(Text.class::isInstance)),
                            entry("true", is(value -> value == Bool.TRUE)),
                            entry("undefined", is(Undefined.class::isInstance)),
                            entry("upper", cased("isupper"))));

    private Tests() {}

    public static Optional<Test> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Their names, sorted. */
    public static Collection<String> names() {
        return ALL.keySet();
    }

    private static Test is(Predicate<Value> property) {
        return (value, arguments) -> {
            arguments.bind("this test");
            return property.test(value);
        };
    }

    private static Value other(Arguments arguments) {
        return arguments.bind("this test", "other").get("other");
    }

    private static boolean equal(Value value, Arguments arguments) {
        return Comparison.equal(value, other(arguments), arguments.budget());
    }

    private static boolean unequal(Value value, Arguments arguments) {
        return !equal(value, arguments);
    }

    private static Test ordered(Predicate<Integer> wanted) {
        return (value, arguments) ->
                wanted.test(Comparison.order(value, other(arguments), arguments.budget()));
    }

    private static boolean in(Value value, Arguments arguments) {
        return Comparison.contains(other(arguments), value, arguments.budget());
    }

    private static boolean iterable(Value value, Arguments arguments) {
        return Iteration.find(value, arguments.budget()).isPresent();
    }

    /** Python's {@code is}: the one None, True, or False; for others as good as the same. */
    private static boolean same(Value value, Arguments arguments) {
        Value other = other(arguments);
        return value == other
                || (value.type().equals(other.type())
                        && Comparison.equal(value, other, arguments.budget())
                        && !(value instanceof Seq || value instanceof Dict));
    }

    private static boolean isNumber(Value value) {
        return value instanceof Int || value instanceof Real || value instanceof Bool;
    }

    private static boolean isSequence(Value value) {
        return value instanceof Seq
                || value instanceof Text
                || value instanceof Dict
                || value instanceof Undefined;
    }

    private static boolean divisible(Value value, Arguments arguments) {
        Value remainder = Arithmetic.modulo(value, other(arguments));
        return !remainder.truth();
    }

    private static long remainder(Value value, long divisor) {
        Value remainder = Arithmetic.modulo(value, new Int(divisor));
        return remainder instanceof Int number ? number.value() : -1;
    }

    private static Test cased(String method) {
        return (value, arguments) -> {
            Text text = new Text(Spelling.of(value, arguments.budget()));
            return Methods.find(text, method).orElseThrow().call(arguments).truth();
        };
    }
}
