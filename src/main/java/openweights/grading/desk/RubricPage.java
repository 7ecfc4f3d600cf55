package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openweights.base.HtmlTemplate;
import openweights.base.UserException;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.RubricFile;
import openweights.grading.decision.RubricItem;

/** All rubric items. A change counts for every answer that an item applies to. */
final class RubricPage {

    private static final HtmlTemplate PAGE = HtmlTemplate.of(RubricPage.class, "rubric.html");

    private static final int ID_LENGTH = 8;
    private static final double MOST = 1000;

    private final Desk desk;
    private final Frame frame;

    RubricPage(Desk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    Reply reply(Call call) throws IOException {
        Cohort cohort = desk.cohort();
        if (!call.post()) {
            return Reply.page(page(cohort, call.value("said")));
        }
        List<Change> changes = changes(cohort, call);
        if (!changes.isEmpty()) {
            desk.decide(changes);
        }
        return Reply.to(changes.isEmpty() ? "rubric" : Pages.said("rubric", "Saved."));
    }

    /** The items as a file, for the next term. */
    Reply file() throws IOException {
        Cohort cohort = desk.cohort();
        return Reply.text(
                "application/yaml",
                RubricFile.text(
                        cohort.decisions().items(), new LinkedHashSet<>(cohort.questions())));
    }

    private List<Change> changes(Cohort cohort, Call call) throws IOException {
        if (call.has("take")) {
            return missing(cohort).stream().<Change>map(RubricPage::made).toList();
        }
        String question = call.value("question");
        String words = call.value("words").strip();
        if (!cohort.questions().contains(question) || words.isEmpty()) {
            throw new Refusal("An item needs a question of this exercise, and words.");
        }
        double points = Judgment.points(call.value("points"), -MOST, MOST);
        if (!call.has("item")) {
            return List.of(made(new RubricItem("", question, points, words)));
        }
        return List.of(
                new Change.Item(call.value("item"), question, points, words, call.has("remove")));
    }

    private static Change made(RubricItem item) {
        return new Change.Item(
                "r" + UUID.randomUUID().toString().substring(0, ID_LENGTH),
                item.question(),
                item.points(),
                item.words(),
                false);
    }

    /** Items of the file that are not on the desk yet. */
    private List<RubricItem> missing(Cohort cohort) throws IOException {
        List<RubricItem> missing = new ArrayList<>();
        for (RubricItem item : RubricFile.read(desk.folder().rubric())) {
            boolean known =
                    cohort.decisions().items(item.question()).stream()
                            .anyMatch(each -> each.words().equals(item.words()));
            if (!known && cohort.questions().contains(item.question())) {
                missing.add(item);
            }
        }
        return missing;
    }

    private String page(Cohort cohort, String said) throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("root", frame.root());
        values.put("fileItems", 0);
        values.put("fileTrouble", List.of());
        try {
            values.put("fileItems", missing(cohort).size());
        } catch (UserException e) {
            values.put("fileTrouble", List.of(Map.of("words", String.valueOf(e.getMessage()))));
        }
        values.put("inFile", !Integer.valueOf(0).equals(values.get("fileItems")));
        values.put(
                "questions",
                cohort.questions().stream()
                        .map(each -> Map.of("q", each, "items", items(cohort.decisions(), each)))
                        .toList());
        return frame.page("rubric", "Rubric", said, PAGE.fill(values));
    }

    private static List<Map<String, Object>> items(Decisions decisions, String question) {
        return decisions.items(question).stream()
                .map(
                        item ->
                                Map.<String, Object>of(
                                        "id", item.id(),
                                        "points", RubricItem.signed(item.points()),
                                        "words", item.words(),
                                        "uses", decisions.uses(item.id())))
                .toList();
    }
}
