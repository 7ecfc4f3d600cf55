package openweights.engine.chat.template.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function, a filter, or a test is called with.
 *
 * @param budget pays for what the call makes
 */
public record Arguments(List<Value> positional, Map<String, Value> named, Budget budget) {

    /** Positional arguments only. */
    public static Arguments of(Budget budget, Value... positional) {
        return new Arguments(List.of(positional), Map.of(), budget);
    }

    /** The same without the first {@code count} positional ones. */
    public Arguments after(int count) {
        return new Arguments(positional.subList(count, positional.size()), named, budget);
    }

    /**
     * Gives the arguments the names of a function's parameters.
     *
     * @throws TemplateException if there are too many, or one has another name
     */
    public Bound bind(String function, String... parameters) {
        if (positional.size() > parameters.length) {
            throw new TemplateException(
                    Fault.TYPE,
                    "%s takes at most %d arguments, found %d."
                            .formatted(function, parameters.length, positional.size()));
        }
        List<String> names = Arrays.asList(parameters);
        for (String name : named.keySet()) {
            int place = names.indexOf(name);
            if (place < positional.size()) {
                throw new TemplateException(
                        Fault.TYPE,
                        function
                                + (place < 0 ? " has no argument " : " was given twice its ")
                                + name
                                + ".");
            }
        }
        return new Bound(function, names, this);
    }

    /** Arguments by the names of parameters; those that were not given are missing. */
    public record Bound(String function, List<String> parameters, Arguments arguments) {

        /** The argument, or null. */
        public @Nullable Value find(String name) {
            int place = parameters.indexOf(name);
            return place < arguments.positional.size()
                    ? arguments.positional.get(place)
                    : arguments.named.get(name);
        }

        public Value get(String name) {
            Value value = find(name);
            if (value == null) {
                throw new TemplateException(Fault.TYPE, function + " needs its " + name + ".");
            }
            return value;
        }

        public Value get(String name, Value otherwise) {
            Value value = find(name);
            return value == null ? otherwise : value;
        }

        /** A required string. */
        public String text(String name) {
            if (get(name) instanceof Text text) {
                return text.value();
            }
            throw wrong(name, "a string");
        }

        /** A string, or null if it is None or missing. */
        public @Nullable String textOrNull(String name) {
            Value value = find(name);
            return value == null || value == None.NONE ? null : text(name);
        }

        /** A whole number. */
        public long integer(String name, long otherwise) {
            Value value = find(name);
            if (value == null || value == None.NONE) {
                return otherwise;
            }
            if (value instanceof Int number) {
                return number.value();
            }
            if (value instanceof Bool flag) {
                return flag.number();
            }
            throw wrong(name, "a whole number");
        }

        public boolean flag(String name, boolean otherwise) {
            Value value = find(name);
            return value == null ? otherwise : value.truth();
        }

        private TemplateException wrong(String name, String expected) {
            return new TemplateException(
                    Fault.TYPE,
                    "%s needs %s as its %s, found %s."
                            .formatted(function, expected, name, get(name).type()));
        }
    }
}
