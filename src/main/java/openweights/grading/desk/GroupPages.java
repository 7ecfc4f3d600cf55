package openweights.grading.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        boolean changed;
        try {
            changed =
                    desk.decide(
                            now ->
                                    new Judgment(now, call, group.question())
                                            .changes(group.members()));
        } catch (Refusal e) {
            List<AnswerGroup> groups = groups(cohort, group.question());
            return Reply.page(
                    e.status(), view.one(desk.cohort(), groups, group, e.words(), call.values()));
        }
        String place = "groups/" + group.question() + "/" + group.id();
        int members = group.members().size();
        String words = members == 1 ? "Saved." : "Saved for %d answers.".formatted(members);
        return Reply.to(changed ? Pages.said(place, words) : place);
    }
}
