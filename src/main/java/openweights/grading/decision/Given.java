package openweights.grading.decision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one answer.
 *
 * @param base points before the rubric items; null if those of the tests count
 * @param comment for the student; may be empty
 * @param items ids of the rubric items that apply, in the order in which they were given
 * @param table what the table of points by hand said when this was decided: a row that says
 *     something else by now was changed later, and counts instead
 * @param last the decision that was made last
 */
public record Given(
        @Nullable Double base, String comment, Set<String> items, String table, Decision last) {

    public Given {
        items = Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }

    Given withBase(@Nullable Double points, String said, Decision by) {
        return new Given(points, comment, items, said, by);
    }

    Given withComment(String text, String said, Decision by) {
        return new Given(base, text, items, said, by);
    }

    Given withItem(String item, boolean applies, String said, Decision by) {
        Set<String> changed = new LinkedHashSet<>(items);
        if (applies) {
            changed.add(item);
        } else {
            changed.remove(item);
        }
        return new Given(base, comment, changed, said, by);
    }
}
