package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.base.HtmlTemplate;
import openweights.grading.report.CodeLine;
import openweights.grading.result.Result;
import openweights.grading.similar.Handed;
import openweights.grading.similar.Pair;
import openweights.grading.similar.Similarity;
import org.jspecify.annotations.Nullable;

/** Pairs that share what few others have, and two of them side by side. */
final class CopiesPage {

    private static final HtmlTemplate ALL = HtmlTemplate.of(CopiesPage.class, "copies.html");
    private static final HtmlTemplate ONE = HtmlTemplate.of(CopiesPage.class, "pair.html");

    private static final int SHOWN = 100;

    private final Desk desk;
    private final Frame frame;

    /** What was compared last. */
    private record Compared(Collection<Result> results, Handed handed, List<Pair> pairs) {}

    private @Nullable Compared known;

    CopiesPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    Reply reply(Call call) throws IOException {
        Cohort cohort = desk.cohort();
        Compared compared = compare(cohort);
        if (call.part(1).isEmpty()) {
            return Reply.page(all(cohort, compared));
        }
        Optional<Pair> pair =
                compared.pairs().stream()
                        .filter(each -> key(cohort, each.student()).equals(call.part(1)))
                        .filter(each -> key(cohort, each.other()).equals(call.part(2)))
                        .findFirst();
        return pair.isEmpty()
                ? Reply.to(Pages.said("copies", "That pair is no more: the results have changed."))
                : Reply.page(one(cohort, compared, pair.get()));
    }

    private synchronized Compared compare(Cohort cohort) {
        List<Result> results = cohort.standings().stream().map(Standing::result).toList();
        Compared last = known;
        if (last == null || !Set.copyOf(last.results()).equals(Set.copyOf(results))) {
            Handed handed = Handed.of(desk.exercise(), results);
            last = new Compared(results, handed, handed.pairs(desk.exercise()));
            known = last;
        }
        return last;
    }

    private static String key(Cohort cohort, String student) {
        return cohort.of(student).map(Standing::key).orElse("");
    }

    private static String name(Cohort cohort, String student) {
        return cohort.of(student).map(Standing::name).orElse("");
    }

    private String all(Cohort cohort, Compared compared) {
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("few", Similarity.few(compared.handed().code().size()));
        values.put("n", compared.handed().code().size());
        values.put("count", compared.pairs().size());
        values.put("none", compared.pairs().isEmpty());
        values.put("missing", compared.handed().unreadable().size());
        values.put("someMissing", !compared.handed().unreadable().isEmpty());
        values.put(
                "pairs",
                compared.pairs().stream().limit(SHOWN).map(each -> row(cohort, each)).toList());
        return frame.page("copies", "Copies", "", ALL.fill(values));
    }

    private static Map<String, Object> row(Cohort cohort, Pair pair) {
        return Map.of(
                "one", key(cohort, pair.student()),
                "oneName", name(cohort, pair.student()),
                "other", key(cohort, pair.other()),
                "otherName", name(cohort, pair.other()),
                "share", Math.round(100 * pair.share()),
                "shared", pair.shared());
    }

    private String one(Cohort cohort, Compared compared, Pair pair) {
        int at = compared.pairs().indexOf(pair);
        Map<String, Object> values = new HashMap<>(row(cohort, pair));
        values.put("root", frame.root());
        Map<String, String> code = compared.handed().code();
        values.put("oneLines", lines(code.getOrDefault(pair.student(), ""), pair.lines()));
        values.put("otherLines", lines(code.getOrDefault(pair.other(), ""), pair.otherLines()));
        values.put("previous", link(cohort, compared, at - 1));
        values.put("next", link(cohort, compared, at + 1));
        return frame.page("copies", "Copies", "", ONE.fill(values));
    }

    private static List<Map<String, Object>> lines(String code, Set<Integer> shared) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (CodeLine line : CodeLine.of(code, List.of())) {
            lines.add(
                    Map.of(
                            "n", line.number(),
                            "code", line.html(),
                            "shared", shared.contains(line.number())));
        }
        return lines;
    }

    private static List<Map<String, Object>> link(Cohort cohort, Compared compared, int at) {
        return at >= 0 && at < compared.pairs().size()
                ? List.of(row(cohort, compared.pairs().get(at)))
                : List.of();
    }
}
