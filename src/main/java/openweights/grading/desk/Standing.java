package openweights.grading.desk;

import java.util.ArrayList;
import java.util.List;
import openweights.grading.decision.Decision;
import openweights.grading.result.Result;
import openweights.grading.score.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Where a student stands.
 *
 * @param key names the student in addresses and says nothing about the name
 * @param name what the pages call the student; a number while names are hidden
 * @param checked the decision by which somebody was done; null if nobody is
 * @param drawn whether the student is in the sample that two graders mark
 */
record Standing(String key, String name, Grade grade, @Nullable Decision checked, boolean drawn) {

    Result result() {
        return grade.result();
    }

    boolean isLate() {
        return grade.lateness().share() > 0;
    }

    /** Whether two graders do not agree. */
    boolean isDifferent() {
        return grade.openQuestions().stream().anyMatch(grade.pending()::containsKey);
    }

    /** What catches the eye in a list, in a word or two each. */
    List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (grade.isOpen() && !isDifferent()) {
            flags.add("to decide");
        }
        if (isDifferent()) {
            flags.add("differ");
        }
        if (drawn) {
            flags.add("two graders");
        }
        if (isLate()) {
            flags.add("late");
        }
        if (!result().repairs().isEmpty()) {
            flags.add("remark");
        }
        if (!grade.manual().isEmpty()) {
            flags.add("by hand");
        }
        return flags;
    }
}
