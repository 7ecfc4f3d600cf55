package openweights.runtime.kernel.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import openweights.runtime.kernel.magic.Magics;

/** Completes what is written before the cursor. */
final class Completion {

    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*(%{1,2}\\w*)\\z");

    private final JShell shell;

    Completion(JShell shell) {
        this.shell = shell;
    }

    /** Matches, and the part of the code that each of them replaces, indices in chars. */
    private record Found(List<String> matches, int start, int end) {}

    /**
     * @param position of the cursor, in code points
     */
    Map<String, Object> of(String code, int position) {
        Found found = find(code, CodePoints.toIndex(code, position));
        Map<String, Object> content = Replies.ok();
        content.put("matches", found.matches());
        content.put("cursor_start", CodePoints.fromIndex(code, found.start()));
        content.put("cursor_end", CodePoints.fromIndex(code, found.end()));
        content.put("metadata", Map.of());
        return content;
    }

    private Found find(String code, int cursor) {
        String before = code.substring(0, cursor);
        Matcher magic = MAGIC.matcher(before);
        if (magic.find()) {
            List<String> names = Magics.startingWith(magic.group(1));
            return new Found(names, magic.start(1), cursor);
        }
        Found all = suggestions(before, 0);
        if (!all.matches().isEmpty()) {
            return all;
        }
        return suggestions(before, LastStatement.start(shell.sourceCodeAnalysis(), before));
    }

    private Found suggestions(String before, int from) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String code = before.substring(from);
        int[] anchor = {code.length()};
        List<String> matches =
                analysis.completionSuggestions(code, code.length(), anchor).stream()
                        .sorted(Comparator.comparing(suggestion -> !suggestion.matchesType()))
                        .map(Suggestion::continuation)
                        .distinct()
                        .toList();
        int start = matches.isEmpty() ? before.length() : from + anchor[0];
        return new Found(matches, start, before.length());
    }
}
