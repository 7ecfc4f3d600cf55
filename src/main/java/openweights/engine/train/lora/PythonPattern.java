package openweights.engine.train.lora;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of Python's, as PEFT's settings have them, for names of modules. */
final class PythonPattern {

    private PythonPattern() {}

    /**
     * @param key whose value it is
     * @throws AdapterException if it is not a regular expression
     */
    static Pattern compile(Path file, String key, String expression) {
        try {
            String java =
                    expression.replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>");
            return Pattern.compile(java);
        } catch (PatternSyntaxException | StackOverflowError e) {
            String reason =
                    e instanceof PatternSyntaxException syntax
                            ? syntax.getDescription()
                            : "too deeply nested";
            throw new AdapterException(
                    "%s: \"%s\" has \"%s\", which is not a regular expression: %s."
                            .formatted(file, key, expression, reason),
                    e);
        }
    }
}
