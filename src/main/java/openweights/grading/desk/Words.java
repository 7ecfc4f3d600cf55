package openweights.grading.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decision;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.RubricItem;
import openweights.grading.score.Grade;
import org.jspecify.annotations.Nullable;

/** Decisions and times, as people say them. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());

    private static final int MOST_CHANGES = 4;
    private static final int MOST_LETTERS = 120;

    private Words() {}

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String time(Decision decision) {
        return time(Instant.parse(decision.time()));
    }

    /** What a decision changed; what it did to many answers is said once. */
    static String of(Decision decision, Decisions all) {
        Map<String, Integer> times = new LinkedHashMap<>();
        decision.changes().forEach(change -> times.merge(of(change, all), 1, Integer::sum));
        String words =
                times.entrySet().stream()
                        .limit(MOST_CHANGES)
                        .map(each -> each.getKey() + answers(each.getValue()))
                        .collect(Collectors.joining("; "));
        int more = times.size() - MOST_CHANGES;
        return more > 0 ? words + "; and " + more + " more" : words;
    }

    private static String answers(int times) {
        return times == 1 ? "" : " (" + times + " answers)";
    }

    private static String of(Change change, Decisions all) {
        if (change instanceof Change.Points points) {
            return points.answer().question() + ": " + points(points.points());
        } else if (change instanceof Change.Comment comment) {
            return comment.answer().question() + ": " + comment(comment.text());
        } else if (change instanceof Change.Apply apply) {
            return "%s: “%s” %s"
                    .formatted(
                            apply.answer().question(),
                            item(apply.item(), all),
                            apply.applies() ? "applies" : "no longer applies");
        } else if (change instanceof Change.Item item) {
            return "%s: item “%s” (%s)%s"
                    .formatted(
                            item.question(),
                            shortened(item.words()),
                            RubricItem.signed(item.points()),
                            item.retired() ? " removed" : "");
        } else if (change instanceof Change.Note note) {
            return "%s, line %d: %s"
                    .formatted(note.answer().question(), note.line(), comment(note.text()));
        } else if (change instanceof Change.Attempt attempt) {
            return attempt.attempt().isEmpty()
                    ? "the attempt counts that the rule says"
                    : "the attempt " + attempt.attempt() + " counts";
        } else if (change instanceof Change.Settle settle) {
            return settle.points() == null
                    ? settle.answer().question() + ": not settled"
                    : settle.answer().question() + ": settled, " + points(settle.points());
        } else if (change instanceof Change.Check check) {
            return check.done() ? "done" : "not done";
        }
        Change.Undo undo = (Change.Undo) change;
        return all.journal().stream()
                .filter(each -> each.id().equals(undo.decision()))
                .findFirst()
                .map(each -> "takes back: " + of(each, all))
                .orElse("takes something back");
    }

    static String points(@Nullable Double points) {
        return points == null
                ? "points from the tests again"
                : Grade.format(points) + (points == 1 ? " point" : " points");
    }

    private static String comment(String text) {
        return text.isEmpty() ? "no comment" : "“" + shortened(text) + "”";
    }

    private static String shortened(String text) {
        return text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text;
    }

    private static String item(String id, Decisions all) {
        return all.items().stream()
                .filter(item -> Objects.equals(item.id(), id))
                .findFirst()
                .map(item -> shortened(item.words()))
                .orElse("an item that was removed");
    }
}
