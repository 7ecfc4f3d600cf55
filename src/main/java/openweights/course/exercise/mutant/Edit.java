package openweights.course.exercise.mutant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces part of a text.
 *
 * @param start offset of the first character
 * @param end offset after the last; equal to start to insert
 */
record Edit(int start, int end, String text) {

    /** Applies an edit, and those of the others that do not lie within it. */
    static String apply(String source, List<Edit> change, List<Edit> others) {
        List<Edit> all = new ArrayList<>(change);
        others.stream()
                .filter(each -> change.stream().noneMatch(main -> main.holds(each)))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(Edit::start));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Edit each : all) {
            text.append(source, at, each.start).append(each.text);
            at = each.end;
        }
        return text.append(source.substring(at)).toString();
    }

    private boolean holds(Edit other) {
        return start < end && other.start >= start && other.end <= end;
    }
}
