package openweights.runtime.kernel.protocol;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether a statement of a cell can be parsed, whatever its names mean. */
final class Syntax {

    /** Where a statement of a cell could stand in a file of Java. */
    private static final List<String> PLACES =
            List.of(
                    "class P { void p() { %s; } }",
                    "class P { Object p = %s; }", "class P { %s }", "%s");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Syntax() {}

    static boolean isJava(String statement) {
        String bare = statement.strip().replaceAll(";$", "");
        return PLACES.stream().anyMatch(place -> parses(place.replace("%s", bare)))
                || parses(statement);
    }

    private static boolean parses(String code) {
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask)
                        COMPILER.getTask(
                                null,
                                null,
                                errors,
                                List.of("-proc:none"),
                                null,
                                List.of(file(code)));
        try {
            task.parse();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
        return errors.getDiagnostics().isEmpty();
    }

    private static JavaFileObject file(String code) {
        return new SimpleJavaFileObject(
                URI.create("string:///P.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
