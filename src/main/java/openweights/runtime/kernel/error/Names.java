package openweights.runtime.kernel.error;

import java.util.regex.Pattern;

/** Removes the names that JShell generates from texts for students. */
public final class Names {

    private static final Pattern SNIPPET = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
    private static final Pattern LOADERS = Pattern.compile(" \\([^()]* (is|are) in [^()]*\\)");
    private static final Pattern PACKAGE = Pattern.compile("\\bjava\\.(lang|util)\\.(?=[A-Z])");

    private Names() {}

    /** Text without the names of the classes that JShell puts around a cell's types. */
    public static String withoutWrappers(String text) {
        return text.contains("REPL.$JShell$") ? SNIPPET.matcher(text).replaceAll("") : text;
    }

    /** A message without snippet classes and class loaders. */
    static String plain(String message) {
        String known = SNIPPET.matcher(message).replaceAll("");
        return LOADERS.matcher(known).replaceAll("");
    }

    /** A compiler's message with simple names for common types, such as String. */
    static String shortened(String message) {
        return PACKAGE.matcher(plain(message)).replaceAll("");
    }

    /** The name of a type without its package and enclosing types. */
    static String simple(String type) {
        String name = plain(type);
        return name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    }
}
