package openweights.grading.run;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a student's words what Java says about a value of another type than expected. */
final class TypeWords {

    /** Such as {@code class [D cannot be cast to class java.util.List ([D and … )}. */
    private static final Pattern CAST =
            Pattern.compile("class (\\S+) cannot be cast to class (\\S+)(?s: .*)?");

    private static final Map<Character, String> PRIMITIVES =
            Map.of(
                    'Z', "boolean", 'C', "char", 'B', "byte", 'S', "short", 'I', "int", 'J', "long",
                    'F', "float", 'D', "double");

    /** How tests see values; see {@link openweights.course.exercise.test}. */
    private static final Map<String, String> PLAIN =
            Map.of(
                    "Handle", "object of a class that is no record",
                    "Fields", "record",
                    "Tensor", "INDArray",
                    "Columns", "Table",
                    "UnmodifiableRandomAccessList", "List",
                    "UnmodifiableList", "List",
                    "UnmodifiableMap", "Map",
                    "Number", "number");

    private TypeWords() {}

    static String of(String message) {
        Matcher cast = CAST.matcher(message);
        return cast.matches()
                ? "The answer is of the type %s, but %s is expected."
                        .formatted(name(cast.group(1)), name(cast.group(2)))
                : "The answer is not of the expected type.";
    }

    private static String name(String type) {
        if (type.startsWith("[")) {
            String element = type.substring(1);
            return element.length() == 1
                    ? PRIMITIVES.getOrDefault(element.charAt(0), element) + "[]"
                    : name(element.replaceFirst("^L(.*);$", "$1")) + "[]";
        }
        String simple = type.substring(1 + Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')));
        return PLAIN.getOrDefault(simple, simple);
    }
}
