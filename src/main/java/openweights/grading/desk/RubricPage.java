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
        boolean changed = desk.decide(now -> changes(now, call));
        return Reply.to(changed ? Pages.said("rubric", "Saved.") : "rubric");
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
        double points = Judgment.points(call.value("points"), -RubricItem.MOST, RubricItem.MOST);
        if (call.has("item")) {
            return changed(cohort.decisions(), call, question, points, words);
        }
        if (isKnown(cohort, question, words)) {
            throw new Refusal("There is an item “" + words + "” already. Nothing was changed.");
        }
        return List.of(made(new RubricItem("", question, points, words)));
    }

    private static List<Change> changed(
            Decisions decisions, Call call, String question, double points, String words) {
        RubricItem item =
                decisions.items(question).stream()
                        .filter(each -> each.id().equals(call.value("item")))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.overtaken(
                                                "That item is not in the rubric; somebody may have"
                                                        + " removed it. Nothing was changed."));
        if (call.has("was") && !call.value("was").equals(item.reason())) {
            throw Refusal.overtaken(
                    "Somebody has changed that item meanwhile: it is “%s” now. Nothing was changed; load the rubric again."
                            .formatted(item.reason()));
        }
        boolean remove = call.has("remove");
        boolean same = item.points() == points && item.words().equals(words);
        return same && !remove
                ? List.of()
                : List.of(new Change.Item(item.id(), question, points, words, remove));
    }

    private static boolean isKnown(Cohort cohort, String question, String words) {
        return cohort.decisions().items(question).stream()
                .anyMatch(each -> each.words().equals(words));
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
            if (!cohort.questions().contains(item.question())) {
                throw new UserException(
                        "%s: there is no question \"%s\"; there are %s."
                                .formatted(
                                        desk.folder().rubric(),
                                        item.question(),
                                        String.join(", ", cohort.questions())));
            }
            if (!isKnown(cohort, item.question(), item.words())) {
                missing.add(item);
            }
        }
        return missing;
    }

    private String page(Cohort cohort, String said) throws IOException {
        Map<String, Object> values = new HashMap<>();
        int count = 0;
        values.put("root", frame.root());
        values.put("fileTrouble", List.of());
        try {
            count = missing(cohort).size();
        } catch (UserException e) {
            values.put("fileTrouble", List.of(Map.of("words", String.valueOf(e.getMessage()))));
        }
        values.put("fileItems", count == 1 ? "one more item" : count + " more items");
        values.put("inFile", count > 0);
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
                                        "was", item.reason(),
                                        "uses", decisions.uses(item.id())))
                .toList();
    }
}
