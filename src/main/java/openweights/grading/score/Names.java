package openweights.grading.score;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import openweights.base.EditDistance;

/** Hints for misspelled names. */
final class Names {

    private Names() {}

    /** Says which known name is nearest to a misspelled one. */
    static String nearest(String name, Collection<String> known) {
        List<String> nearest = EditDistance.nearest(name, new TreeSet<>(known), 1);
        return nearest.isEmpty()
                ? "there is none"
                : "the nearest of %d is \"%s\"".formatted(known.size(), nearest.get(0));
    }
}
