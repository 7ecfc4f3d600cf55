package openweights.runtime.kernel.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import openweights.base.Html;
import openweights.runtime.kernel.cell.CarriedValues;
import org.jspecify.annotations.Nullable;

/**
 * Help for what is at the cursor, which front ends show on Shift-Tab: a variable's type and value,
 * or signatures with their documentation.
 */
final class Inspection {

    private static final int OVERLOADS = 12;
    private static final int VALUE = 300;

    private final JShell shell;
    private final CarriedValues values;

    Inspection(JShell shell, CarriedValues values) {
        this.shell = shell;
        this.values = values;
    }

    /**
     * @param position of the cursor, in code points
     */
    Map<String, Object> of(String code, int position) {
        Sources.offer();
        int cursor = CodePoints.toIndex(code, position);
        int end = endOfName(code, cursor);
        Optional<String> help =
                variable(code, end)
                        .or(() -> documentation(code.substring(0, end) + "("))
                        .or(() -> documentation(code.substring(0, end)))
                        .or(() -> documentation(code.substring(0, cursor)));
        Map<String, Object> content = Replies.ok();
        content.put("found", help.isPresent());
        content.put("data", help.map(Inspection::data).orElse(Map.of()));
        content.put("metadata", Map.of());
        return content;
    }

    private static Map<String, Object> data(String help) {
        return Map.of(
                "text/plain",
                help,
                "text/html",
                "<pre style=\"white-space:pre-wrap\">" + Html.escape(help) + "</pre>");
    }

    private static int endOfName(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The variable whose name ends here, unless it is a member of something. */
    private Optional<String> variable(String code, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        String name = code.substring(start, end);
        boolean member = code.substring(0, start).stripTrailing().endsWith(".");
        boolean call = code.substring(end).stripLeading().startsWith("(");
        if (name.isEmpty() || member || call) {
            return Optional.empty();
        }
        return shell.variables()
                .filter(each -> each.name().equals(name))
                .filter(each -> shell.status(each) == Snippet.Status.VALID)
                .findFirst()
                .map(each -> "%s %s = %s".formatted(each.typeName(), name, value(name)));
    }

    private String value(String variable) {
        try {
            String text = shown(values.value(variable));
            return text.length() <= VALUE ? text : text.substring(0, VALUE) + " …";
        } catch (RuntimeException | StackOverflowError e) {
            return "(cannot be shown: " + e + ")";
        }
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value != null && value.getClass().isArray()) {
            String list = java.util.Arrays.deepToString(new Object[] {value});
            return list.substring(1, list.length() - 1);
        }
        return String.valueOf(value);
    }

    /** Help for the code's end; JShell may not understand what stands before the last statement. */
    private Optional<String> documentation(String code) {
        if (code.isBlank() || code.strip().equals("(")) {
            return Optional.empty();
        }
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        List<Documentation> found = analysis.documentation(code, code.length(), true);
        int last = LastStatement.start(analysis, code);
        if (found.isEmpty() && last > 0) {
            String statement = code.substring(last);
            found = analysis.documentation(statement, statement.length(), true);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(text(found));
    }

    private static String text(List<Documentation> found) {
        String shown =
                found.stream()
                        .limit(OVERLOADS)
                        .map(Inspection::text)
                        .distinct()
                        .collect(Collectors.joining("\n\n"));
        int more = found.size() - OVERLOADS;
        String rest = more > 0 ? "\n\n… and " + more + " more forms." : "";
        boolean documented = found.stream().anyMatch(each -> each.javadoc() != null);
        return shown + rest + (documented ? "" : missing());
    }

    private static String text(Documentation one) {
        String comment = one.javadoc();
        return comment == null ? one.signature() : one.signature() + "\n" + indented(comment);
    }

    private static String indented(String comment) {
        return DocComment.text(comment).indent(4).stripTrailing();
    }

    private static String missing() {
        return Sources.hasJdk()
                ? "\n\n(There is no documentation for this here.)"
                : "\n\n(There is no documentation for this here: this JDK has no lib/src.zip.)";
    }
}
