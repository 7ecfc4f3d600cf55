package openweights.grading.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.grading.decision.Change;
import openweights.grading.group.AnswerGroup;
import openweights.grading.result.Result;

/** Answers calls about equal answers: shows them, and takes what counts for all of a group. */
final class GroupPages {

    private final Desk desk;
    private final GroupView view;

    GroupPages(Desk desk, Frame frame) {
        this.desk = desk;
        view = new GroupView(desk, frame);
    }

    Reply reply(Call call) throws IOException {
        Cohort cohort = desk.cohort();
        List<String> questions = cohort.questions();
        String question = call.part(1);
        if (!questions.contains(question)) {
            return Reply.to("groups/" + questions.get(0));
        }
        List<AnswerGroup> groups = groups(cohort, question);
        if (call.part(2).isEmpty()) {
            return Reply.page(view.all(cohort, questions, question, groups, call.value("said")));
        }
        Optional<AnswerGroup> group =
                call.part(2).equals("of")
                        ? groups.stream()
                                .filter(each -> has(cohort, each, call.part(3)))
                                .findFirst()
                        : groups.stream()
                                .filter(each -> each.id().equals(call.part(2)))
                                .findFirst();
        if (group.isEmpty()) {
            return Reply.to(
                    Pages.said(
                            "groups/" + question,
                            "That group is no more: the results have changed."));
        }
        if (call.part(2).equals("of")) {
            return Reply.to("groups/" + question + "/" + group.get().id());
        }
        return call.post()
                ? judge(cohort, group.get(), call)
                : Reply.page(view.one(cohort, groups, group.get(), call.value("said"), Map.of()));
    }

    private List<AnswerGroup> groups(Cohort cohort, String question) {
        List<Result> results =
                cohort.standings().stream()
                        .map(Standing::result)
                        .filter(result -> result.questions().contains(question))
                        .toList();
        return desk.groups().of(results, question);
    }

    private static boolean has(Cohort cohort, AnswerGroup group, String key) {
        return cohort.find(key).filter(each -> group.members().contains(each.result())).isPresent();
    }

    private Reply judge(Cohort cohort, AnswerGroup group, Call call) throws IOException {
        List<Change> changes;
        try {
            changes = new Judgment(cohort, call, group.question()).changes(group.members());
        } catch (Refusal e) {
            List<AnswerGroup> groups = groups(cohort, group.question());
            String words = String.valueOf(e.getMessage());
            return Reply.page(400, view.one(cohort, groups, group, words, call.values()));
        }
        if (!changes.isEmpty()) {
            desk.decide(changes);
        }
        String place = "groups/" + group.question() + "/" + group.id();
        return Reply.to(
                changes.isEmpty()
                        ? place
                        : Pages.said(
                                place, "Saved for %d answers.".formatted(group.members().size())));
    }
}
