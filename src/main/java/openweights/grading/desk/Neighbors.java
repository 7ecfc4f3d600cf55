package openweights.grading.desk;

import java.util.List;
import java.util.Optional;

/**
 * Who comes before and after a student in a filtered list. A student who has left the list, because
 * of a decision just made, keeps the place.
 *
 * @param words such as {@code 17 of 300}
 */
record Neighbors(Optional<Standing> previous, Optional<Standing> next, String words) {

    static Neighbors of(Cohort cohort, Filter filter, Standing here) {
        List<Standing> all = cohort.standings();
        int at = all.indexOf(here);
        List<Standing> before = all.subList(0, at).stream().filter(filter::shows).toList();
        List<Standing> after =
                all.subList(at + 1, all.size()).stream().filter(filter::shows).toList();
        int total = before.size() + after.size() + (filter.shows(here) ? 1 : 0);
        return new Neighbors(
                before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1)),
                after.stream().findFirst(),
                filter.shows(here) ? "%d of %d".formatted(before.size() + 1, total) : "");
    }
}
