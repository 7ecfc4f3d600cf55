package openweights.course.exercise.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.VarSnippet;

/** What the cells define. JShell compiles each snippet's members into a class of its own. */
final class Definitions {

    private final JShell shell;
    private final ClassLoader loader;

    /**
     * @param loader the class loader of the snippets' classes
     */
    Definitions(JShell shell, ClassLoader loader) {
        this.shell = shell;
        this.loader = loader;
    }

    /** The methods with a name, the newest first. */
    List<Method> methods(String name) {
        List<Method> methods = new ArrayList<>();
        for (MethodSnippet snippet : snippets(name)) {
            home(snippet)
                    .ifPresent(
                            home ->
                                    Arrays.stream(home.getDeclaredMethods())
                                            .filter(method -> method.getName().equals(name))
                                            .forEach(methods::add));
        }
        Collections.reverse(methods);
        return methods;
    }

    /** The signatures of the methods with a name. */
    List<String> signatures(String name) {
        return snippets(name).stream().map(Definitions::signature).toList();
    }

    /** The field that holds a variable. */
    Optional<Field> variable(String name) {
        return shell.variables()
                .filter(snippet -> snippet.name().equals(name))
                .reduce((older, newer) -> newer)
                .flatMap(this::field);
    }

    boolean exists(String name) {
        return !snippets(name).isEmpty()
                || shell.variables().anyMatch(snippet -> snippet.name().equals(name))
                || shell.types().anyMatch(snippet -> snippet.name().equals(name));
    }

    private List<MethodSnippet> snippets(String name) {
        return shell.methods().filter(snippet -> snippet.name().equals(name)).toList();
    }

    /** JShell's own form has the result last: {@code (double[],double)double}. */
    private static String signature(MethodSnippet snippet) {
        String signature = snippet.signature();
        int end = signature.lastIndexOf(')');
        String parameters = signature.substring(0, end + 1).replaceAll(",\\s*", ", ");
        return signature.substring(end + 1) + " " + snippet.name() + parameters;
    }

    private Optional<Field> field(VarSnippet snippet) {
        return home(snippet)
                .flatMap(
                        home ->
                                Arrays.stream(home.getDeclaredFields())
                                        .filter(field -> field.getName().equals(snippet.name()))
                                        .findFirst());
    }

    private Optional<Class<?>> home(Snippet snippet) {
        SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(snippet);
        if (wrapper == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(wrapper.fullClassName(), true, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
