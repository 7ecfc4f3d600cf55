package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.base.HtmlTemplate;
import openweights.grading.decision.Decision;
import openweights.grading.score.Grade;

/** The list of students: who, points, flags, and who has not submitted. */
final class ListPage {

    private static final HtmlTemplate PAGE = HtmlTemplate.of(ListPage.class, "list.html");

    private final Desk desk;
    private final Frame frame;

    ListPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    Reply reply(Call call) throws IOException {
        Cohort cohort = desk.cohort();
        Filter filter = Filter.of(call);
        List<Standing> shown = filter.of(cohort);
        List<String> questions = cohort.questions();
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("title", desk.exercise().title());
        values.put("query", filter.query());
        values.put("questions", questions.stream().map(each -> Map.of("q", each)).toList());
        values.put("rows", shown.stream().map(each -> row(each, questions)).toList());
        values.put("filters", filters(cohort, filter));
        values.put("twice", cohort.decisions().isDouble());
        values.put("show", filter.show().code());
        values.put("part", filter.part());
        values.put("parts", filter.parts());
        values.put("split", filter.parts() > 1);
        values.put("count", shown.size());
        values.put("total", cohort.standings().size());
        long done = cohort.standings().stream().filter(each -> each.checked() != null).count();
        values.put("done", done);
        values.put("open", cohort.standings().stream().filter(s -> s.grade().isOpen()).count());
        values.put("absent", cohort.absent().stream().map(each -> Map.of("name", each)).toList());
        values.put("absentCount", cohort.absent().size());
        values.put("someAbsent", !cohort.absent().isEmpty());
        values.put("findings", cohort.findings().stream().map(each -> Map.of("f", each)).toList());
        values.put("first", shown.isEmpty() ? List.of() : List.of(Map.of("key", next(shown))));
        return Reply.page(frame.page("", "Students", call.value("said"), PAGE.fill(values)));
    }

    /** With whom to go on. */
    private static String next(List<Standing> shown) {
        return shown.stream()
                .filter(each -> each.checked() == null)
                .findFirst()
                .orElse(shown.get(0))
                .key();
    }

    private static List<Map<String, Object>> filters(Cohort cohort, Filter filter) {
        List<Map<String, Object>> filters = new ArrayList<>();
        for (Filter.Show show : Filter.Show.values()) {
            if (show == Filter.Show.DIFFER && !cohort.decisions().isDouble()) {
                continue;
            }
            Filter other = filter.with(show);
            filters.add(
                    Map.of(
                            "link", other.query(),
                            "words", show.words(),
                            "n", other.of(cohort).size(),
                            "here", show == filter.show()));
        }
        return filters;
    }

    private static Map<String, Object> row(Standing standing, List<String> questions) {
        Grade grade = standing.grade();
        List<Map<String, Object>> points = new ArrayList<>();
        for (String question : questions) {
            int max = grade.result().max(question);
            double got = grade.points(question);
            boolean open = grade.openQuestions().contains(question);
            points.add(
                    Map.of(
                            "p", open ? "?" : Grade.format(got),
                            "max", max,
                            "kind", open ? "open" : kind(got, max)));
        }
        Decision checked = standing.checked();
        Map<String, Object> row = new HashMap<>();
        row.put("key", standing.key());
        row.put("name", standing.name());
        row.put("flags", standing.flags().stream().map(ListPage::flag).toList());
        row.put("points", points);
        row.put("sum", Grade.format(grade.points()));
        row.put("of", grade.result().max());
        row.put("checked", checked == null ? "" : checked.by());
        row.put("isChecked", checked != null);
        return row;
    }

    static String kind(double points, double max) {
        return points >= max ? "full" : points <= 0 ? "none" : "some";
    }

    static Map<String, String> flag(String words) {
        return Map.of("words", words, "kind", words.replace(' ', '-'));
    }
}
