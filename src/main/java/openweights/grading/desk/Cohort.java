package openweights.grading.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.grading.decision.Decisions;
import openweights.grading.score.ManualSheet;

/**
 * Everybody who submitted, at one moment.
 *
 * @param standings in the order of the list
 * @param sheet the table of points by hand
 * @param absent students on the roster from whom nothing has come
 * @param findings what is wrong with the files, for people
 */
record Cohort(
        List<Standing> standings,
        Decisions decisions,
        ManualSheet sheet,
        List<String> absent,
        List<String> findings,
        Map<String, Integer> places,
        Map<String, Standing> byStudent) {

    static Cohort of(
            List<Standing> standings,
            Decisions decisions,
            ManualSheet sheet,
            List<String> absent,
            List<String> findings) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Standing> byStudent = new HashMap<>();
        for (int i = 0; i < standings.size(); i++) {
            places.put(standings.get(i).key(), i);
            byStudent.put(standings.get(i).grade().student(), standings.get(i));
        }
        return new Cohort(
                List.copyOf(standings),
                decisions,
                sheet,
                absent,
                findings,
                Map.copyOf(places),
                Map.copyOf(byStudent));
    }

    Optional<Standing> find(String key) {
        return Optional.ofNullable(places.get(key)).map(standings::get);
    }

    /** Where the student of this name stands, as results call the student. */
    Optional<Standing> of(String student) {
        return Optional.ofNullable(byStudent.get(student));
    }

    List<String> questions() {
        return standings.stream()
                .flatMap(each -> each.result().questions().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
