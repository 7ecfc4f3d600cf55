package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.base.Count;
import openweights.base.HtmlTemplate;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decision;

/** Who decided what and when, and the way back. */
final class HistoryPage {

    private static final HtmlTemplate PAGE = HtmlTemplate.of(HistoryPage.class, "history.html");

    private static final int SHOWN = 300;

    private final Desk desk;
    private final Frame frame;

    HistoryPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    Reply reply(Call call) throws IOException {
        Cohort cohort = desk.cohort();
        if (call.post()) {
            return undo(cohort, call);
        }
        List<Decision> journal =
                cohort.decisions().journal().stream().filter(cohort.decisions()::isOpen).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = journal.size() - 1; i >= 0 && rows.size() < SHOWN; i--) {
            rows.add(row(cohort, journal.get(i)));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("rows", rows);
        values.put("decisions", Count.of(journal.size(), "decision"));
        values.put("more", journal.size() > SHOWN);
        return Reply.page(frame.page("history", "History", call.value("said"), PAGE.fill(values)));
    }

    /** Takes back the decision that is named, or the last one of whoever sits at this desk. */
    private Reply undo(Cohort cohort, Call call) throws IOException {
        Optional<Decision> decision =
                call.has("decision")
                        ? cohort.decisions().journal().stream()
                                .filter(each -> each.id().equals(call.value("decision")))
                                .findFirst()
                        : cohort.decisions().last(desk.by());
        String back = call.value("back").replaceFirst("^/[^/]*/", "");
        if (decision.isEmpty()) {
            return Reply.to(
                    Pages.said(
                            back,
                            call.has("decision")
                                    ? "There is no such decision."
                                    : "There is nothing of yours to undo."));
        }
        boolean first =
                desk.decide(
                        now ->
                                now.decisions().isUndone(decision.get())
                                        ? List.of()
                                        : List.of(new Change.Undo(decision.get().id())));
        if (!first) {
            return Reply.to(Pages.said(back, "Somebody has taken that back already."));
        }
        return Reply.to(
                Pages.said(
                        call.has("decision") ? "history" : place(cohort, decision.get(), back),
                        "Taken back: " + Words.of(decision.get(), cohort.decisions()) + "."));
    }

    /** Where what was taken back can be seen. */
    private static String place(Cohort cohort, Decision decision, String back) {
        Set<String> students = students(decision);
        if (students.size() != 1) {
            return back;
        }
        String student = students.iterator().next();
        return cohort.of(student)
                .map(each -> back.startsWith("s/" + each.key()) ? back : "s/" + each.key())
                .orElse(back);
    }

    private static Set<String> students(Decision decision) {
        Set<String> students = new LinkedHashSet<>();
        for (Change change : decision.changes()) {
            Answer about = change.about();
            if (about != null) {
                students.add(about.student());
            } else if (change instanceof Change.Check check) {
                students.add(check.student());
            } else if (change instanceof Change.Attempt attempt) {
                students.add(attempt.student());
            }
        }
        return students;
    }

    private static Map<String, Object> row(Cohort cohort, Decision decision) {
        Set<String> students = students(decision);
        List<Map<String, Object>> links =
                students.stream()
                        .flatMap(each -> cohort.of(each).stream())
                        .limit(1)
                        .map(each -> Map.<String, Object>of("key", each.key(), "name", each.name()))
                        .toList();
        Map<String, Object> row = new HashMap<>();
        row.put("id", decision.id());
        row.put("time", Words.time(decision));
        row.put("by", decision.by());
        row.put("what", Words.of(decision, cohort.decisions()));
        row.put("links", links);
        row.put("others", students.size() > 1 ? "and " + (students.size() - 1) + " more" : "");
        row.put("undone", cohort.decisions().isUndone(decision));
        return row;
    }
}
