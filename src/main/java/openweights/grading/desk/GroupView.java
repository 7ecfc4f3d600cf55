package openweights.grading.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openweights.base.HtmlTemplate;
import openweights.grading.group.AnswerGroup;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;

/** The list of equal answers, and the page of one group. */
final class GroupView {

    private static final HtmlTemplate ALL = HtmlTemplate.of(GroupView.class, "groups.html");
    private static final HtmlTemplate ONE = HtmlTemplate.of(GroupView.class, "group.html");

    private static final int SHOWN_LINES = 8;

    private final Desk desk;
    private final Frame frame;

    GroupView(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    String all(
            Cohort cohort,
            List<String> questions,
            String question,
            List<AnswerGroup> groups,
            String said) {
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("q", question);
        values.put(
                "questions",
                questions.stream()
                        .map(each -> Map.of("q", each, "here", each.equals(question)))
                        .toList());
        List<AnswerGroup> several = groups.stream().filter(g -> g.members().size() > 1).toList();
        values.put("groups", several.stream().map(each -> card(cohort, each)).toList());
        values.put(
                "single",
                groups.stream()
                        .filter(group -> group.members().size() == 1)
                        .map(group -> member(cohort, group.first(), question))
                        .toList());
        values.put("covered", several.stream().mapToInt(group -> group.members().size()).sum());
        values.put("total", cohort.standings().size());
        values.put("some", !several.isEmpty());
        return frame.page("groups", "Equal answers", said, ALL.fill(values));
    }

    private Map<String, Object> card(Cohort cohort, AnswerGroup group) {
        String code = code(group);
        String head = code.lines().limit(SHOWN_LINES).collect(Collectors.joining("\n"));
        return Map.of(
                "id", group.id(),
                "n", group.members().size(),
                "points", points(cohort, group),
                "max", group.first().max(group.question()),
                "tests", Grade.format(group.first().points(group.question())),
                "signs", signs(group),
                "code", CodeLines.html(head),
                "more", code.lines().count() > SHOWN_LINES);
    }

    private static String signs(AnswerGroup group) {
        return group.first().tests().stream()
                .filter(test -> test.question().equals(group.question()))
                .map(test -> QuestionView.sign(test.verdict()))
                .collect(Collectors.joining());
    }

    private String code(AnswerGroup group) {
        return desk.submissions().code(group.first(), group.question()).orElse("").strip();
    }

    /** The different points that the members have now, such as {@code 2} or {@code 1, 2}. */
    private static String points(Cohort cohort, AnswerGroup group) {
        TreeSet<Double> points = new TreeSet<>();
        for (Result each : group.members()) {
            points.add(grade(cohort, each).points(group.question()));
        }
        return points.stream().map(Grade::format).collect(Collectors.joining(", "));
    }

    private static Set<String> comments(Cohort cohort, AnswerGroup group) {
        return group.members().stream()
                .map(each -> JudgeForm.comment(cohort, each.answer(group.question())))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> member(Cohort cohort, Result result, String question) {
        Standing standing = cohort.of(result.student()).orElseThrow();
        return Map.of(
                "key", standing.key(),
                "name", standing.name(),
                "points", Grade.format(standing.grade().points(question)));
    }

    String one(
            Cohort cohort,
            List<AnswerGroup> groups,
            AnswerGroup group,
            String said,
            Map<String, String> typed) {
        String question = group.question();
        Grade grade = grade(cohort, group.first());
        String own = frame.root() + "groups/" + question + "/" + group.id();
        String code = CodeLines.html(code(group));
        String judge =
                new JudgeForm(cohort, grade, question)
                        .forAll(group.members())
                        .html(own + "/judge", typed);
        int at = groups.indexOf(group);
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("q", question);
        values.put("n", group.members().size());
        String points = points(cohort, group);
        values.put("differ", points.contains(","));
        values.put("points", points);
        values.put("comments", comments(cohort, group).size() > 1);
        values.put("several", group.members().size() > 1);
        values.put("section", QuestionView.html(grade, question, code, judge, List.of()));
        values.put(
                "members",
                group.members().stream().map(each -> member(cohort, each, question)).toList());
        values.put("previous", link(groups, at - 1));
        values.put("next", link(groups, at + 1));
        return frame.page("groups", "Equal answers", said, ONE.fill(values));
    }

    private static List<Map<String, String>> link(List<AnswerGroup> groups, int at) {
        List<Map<String, String>> links = new ArrayList<>();
        if (at >= 0 && at < groups.size()) {
            AnswerGroup to = groups.get(at);
            links.add(Map.of("link", "groups/" + to.question() + "/" + to.id()));
        }
        return links;
    }

    private static Grade grade(Cohort cohort, Result result) {
        return cohort.of(result.student()).orElseThrow().grade();
    }
}
