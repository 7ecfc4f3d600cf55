package openweights.course.exercise.mutant;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A cell's syntax tree. A cell is not a compilation unit, so its declarations are parsed as members
 * of a class, or its statements as a method's body.
 *
 * @param source of the cell
 */
public record ParsedCell(
        String source, CompilationUnitTree unit, SourcePositions positions, int offset) {

    private static final List<String> HEADS = List.of("class C { ", "class C { void c() { ");
    private static final List<String> TAILS = List.of("\n}", "\n}}");

    /** Empty if the cell mixes declarations and statements, which this cannot parse. */
    public static Optional<ParsedCell> of(String source) {
        for (int i = 0; i < HEADS.size(); i++) {
            Optional<ParsedCell> parsed = parse(source, HEADS.get(i), TAILS.get(i));
            if (parsed.isPresent()) {
                return parsed;
            }
        }
        return Optional.empty();
    }

    private static Optional<ParsedCell> parse(String source, String head, String tail) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        diagnostics,
                                        null,
                                        null,
                                        List.of(new Source(head + source + tail)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean broken =
                    diagnostics.getDiagnostics().stream()
                            .anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            return broken
                    ? Optional.empty()
                    : Optional.of(new ParsedCell(source, unit, positions, head.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - offset;
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree) - offset;
    }

    String text(Tree tree) {
        return source.substring(start(tree), end(tree));
    }

    /** The line of an offset; the first is 1. */
    int line(int at) {
        return 1 + (int) source.substring(0, at).chars().filter(each -> each == '\n').count();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String text) {
            super(URI.create("cell:///C.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
