package openweights.grading.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.StandardJavaFileManager;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import openweights.grading.protocol.Step;
import org.jspecify.annotations.Nullable;

/** Compiles the cells of one notebook in order, each against the cells before it. */
final class CellCompiler {

    /** Shared by all notebooks. */
    private static @Nullable Libraries libraries;

    private static final int MAX_SHOWN = 120;

    private final Recorder recorder = new Recorder();
    private final JShell shell;
    private boolean broken;

    /**
     * @param start lines that precede the first cell: imports and what a notebook's kernel provides
     */
    CellCompiler(List<String> start) {
        shell =
                JShell.builder()
                        .executionEngine(new Recording(), Map.of())
                        .fileManager(CellCompiler::libraries)
                        .compilerOptions("-classpath", System.getProperty("java.class.path"))
                        .build();
        start.forEach(this::begin);
    }

    private void begin(String line) {
        String problem = problem(shell.eval(line), new ArrayList<>());
        if (problem != null) {
            throw new IllegalStateException(line + ": " + problem);
        }
    }

    private static synchronized StandardJavaFileManager libraries(StandardJavaFileManager fresh) {
        libraries = libraries == null ? new Libraries(fresh) : libraries;
        return libraries;
    }

    Compiled cell(String source) {
        String rest = Magics.without(source);
        List<Step> steps = new ArrayList<>();
        List<String> unresolved = new ArrayList<>();
        try {
            while (!rest.isBlank()) {
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                String problem = compile(snippet(next, rest), unresolved);
                steps.addAll(recorder.take());
                if (problem != null) {
                    return new Compiled(steps, problem, unresolved, broken);
                }
                rest = next.remaining();
            }
            return new Compiled(steps, null, unresolved);
        } catch (StackOverflowError e) {
            return new Compiled(
                    steps, "The code is nested too deeply for the compiler.", unresolved);
        }
    }

    /** Compiles an expression after the cells so far; later cells do not see it. */
    Compiled expression(String source) {
        CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(source);
        if (info.completeness() != Completeness.COMPLETE
                && info.completeness() != Completeness.CONSIDERED_INCOMPLETE) {
            return new Compiled(List.of(), "Not an expression: " + source, List.of());
        }
        List<String> unresolved = new ArrayList<>();
        List<SnippetEvent> events = shell.eval(source);
        String problem = problem(events, unresolved);
        List<Step> steps = recorder.take();
        events.stream()
                .filter(event -> event.causeSnippet() == null)
                .filter(event -> event.status().isActive())
                .forEach(event -> shell.drop(event.snippet()));
        recorder.take();
        return new Compiled(steps, problem, unresolved, broken);
    }

    private static String snippet(CompletionInfo next, String rest) {
        boolean whole =
                next.completeness() == Completeness.EMPTY
                        || next.completeness() == Completeness.UNKNOWN
                        || next.completeness() == Completeness.DEFINITELY_INCOMPLETE
                        || next.source() == null;
        return whole ? rest : next.source();
    }

    private @Nullable String compile(String snippet, List<String> unresolved) {
        return problem(shell.eval(snippet), unresolved);
    }

    private @Nullable String problem(List<SnippetEvent> events, List<String> unresolved) {
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() == null && event.status() == Snippet.Status.REJECTED) {
                return errors(snippet);
            }
            if (snippet instanceof DeclarationSnippet declaration && event.status().isActive()) {
                List<String> names = shell.unresolvedDependencies(declaration).toList();
                if (names.isEmpty() && event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                    return beyondLimits(declaration);
                }
                unresolved.addAll(names);
            }
        }
        return null;
    }

    /**
     * Java has read the code, but no class file can hold it: a constant is too long, a method too
     * large. The compiler keeps the constant, and from then on can write no class at all.
     */
    private String beyondLimits(DeclarationSnippet snippet) {
        broken = true;
        return errors(snippet) + "\nThis is a limit of Java: divide it into smaller parts.";
    }

    private String errors(Snippet snippet) {
        List<String> lines =
                shell.diagnostics(snippet)
                        .filter(Diag::isError)
                        .map(each -> at(snippet, each) + each.getMessage(Locale.ENGLISH))
                        .toList();
        boolean incomplete = snippet instanceof ErroneousSnippet && lines.isEmpty();
        return incomplete ? "The code is not complete." : String.join("\n", lines);
    }

    private static String at(Snippet snippet, Diag problem) {
        int place = (int) Math.max(0, problem.getStartPosition());
        String before = snippet.source().substring(0, Math.min(place, snippet.source().length()));
        String line =
                snippet.source()
                        .lines()
                        .skip(
                                before.lines().count()
                                        - (before.isEmpty() || before.endsWith("\n") ? 0 : 1))
                        .findFirst()
                        .orElse("");
        String shown = line.strip();
        shown = shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN) + "…";
        return shown.isEmpty() ? "" : "in \"" + shown + "\": ";
    }

    void close() {
        shell.close();
    }

    private final class Recording implements ExecutionControlProvider {

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return recorder;
        }
    }
}
