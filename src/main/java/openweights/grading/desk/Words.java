package openweights.grading.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import openweights.grading.decision.Change;
import openweights.grading.decision.Decision;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.RubricItem;
import openweights.grading.score.Grade;

/** Decisions and times, as people say them. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());

    private static final int MOST_CHANGES = 4;

    private Words() {}

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String time(Decision decision) {
        return time(Instant.parse(decision.time()));
    }

    /** What a decision changed. */
    static String of(Decision decision, Decisions all) {
        String words =
                decision.changes().stream()
                        .limit(MOST_CHANGES)
                        .map(change -> of(change, all))
                        .collect(Collectors.joining("; "));
        int more = decision.changes().size() - MOST_CHANGES;
        return more > 0 ? words + "; and " + more + " more" : words;
    }

    private static String of(Change change, Decisions all) {
        if (change instanceof Change.Points points) {
            return points.points() == null
                    ? points.answer().question() + " back to the tests"
                    : points.answer().question() + " " + Grade.format(points.points());
        } else if (change instanceof Change.Comment comment) {
            return comment.answer().question()
                    + (comment.text().isEmpty() ? " without comment" : " “" + comment.text() + "”");
        } else if (change instanceof Change.Apply apply) {
            return "%s %s “%s”"
                    .formatted(
                            apply.answer().question(),
                            apply.applies() ? "with" : "without",
                            item(apply.item(), all));
        } else if (change instanceof Change.Item item) {
            return "%s item “%s” %s%s"
                    .formatted(
                            item.question(),
                            item.words(),
                            RubricItem.signed(item.points()),
                            item.retired() ? ", removed" : "");
        } else if (change instanceof Change.Note note) {
            return "%s, line %d: “%s”"
                    .formatted(note.answer().question(), note.line(), note.text());
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

    private static String item(String id, Decisions all) {
        return all.items().stream()
                .filter(item -> Objects.equals(item.id(), id))
                .findFirst()
                .map(item -> item.words())
                .orElse("an item that was removed");
    }
}
