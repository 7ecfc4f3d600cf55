package openweights.runtime.kernel.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** The cells that were run in this kernel, which a console shows when an arrow key is pressed. */
public final class History {

    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());

    /** A cell: its number, its source, and the plain text of its value. */
    private record Entry(int number, String source, String value) {}

    /** Adds a cell that was run. */
    public void add(int number, String source, String value) {
        entries.add(new Entry(number, source, value));
    }

    Map<String, Object> content(HistoryRequest request) {
        boolean output = request.includeOutput();
        Map<String, Object> content = Replies.ok();
        content.put("history", asked(request).stream().map(entry -> row(entry, output)).toList());
        return content;
    }

    private List<Entry> asked(HistoryRequest request) {
        List<Entry> all = List.copyOf(entries);
        if (request instanceof HistoryRequest.Range range) {
            // 0 is this session; earlier ones are not kept.
            return range.getSessionIndex() == 0 || range.getSessionIndex() == 1
                    ? between(all, range.getStart(), range.getStop())
                    : List.of();
        }
        if (request instanceof HistoryRequest.Search search) {
            return matching(all, search);
        }
        int count = ((HistoryRequest.Tail) request).getMaxReturnLength();
        return last(all, count);
    }

    private static List<Entry> between(List<Entry> all, int start, int stop) {
        return all.stream()
                .filter(entry -> entry.number() >= start)
                .filter(entry -> stop <= 0 || entry.number() < stop)
                .toList();
    }

    private static List<Entry> matching(List<Entry> all, HistoryRequest.Search search) {
        Predicate<String> pattern = glob(search.getPattern());
        List<Entry> found = all.stream().filter(entry -> pattern.test(entry.source())).toList();
        if (search.filterUnique()) {
            Map<String, Entry> latest = new LinkedHashMap<>();
            for (Entry entry : found) {
                latest.remove(entry.source());
                latest.put(entry.source(), entry);
            }
            found = List.copyOf(latest.values());
        }
        return last(found, search.getMaxReturnLength());
    }

    private static List<Entry> last(List<Entry> all, int count) {
        return count <= 0 ? all : all.subList(Math.max(0, all.size() - count), all.size());
    }

    /**
     * A pattern in which an asterisk stands for any text, and a question mark for one character.
     */
    private static Predicate<String> glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(
                        each ->
                                regex.append(
                                        each == '*'
                                                ? ".*"
                                                : each == '?'
                                                        ? "."
                                                        : Pattern.quote(Character.toString(each))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
    }

    private static List<Object> row(Entry entry, boolean output) {
        Object what = output ? List.of(entry.source(), entry.value()) : entry.source();
        return List.of(1, entry.number(), what);
    }
}
