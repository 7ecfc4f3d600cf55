package openweights.course.exercise.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import openweights.base.Home;
import org.junit.jupiter.api.Test;

class VariationTest {

    @Test
    void usesEveryNumberOfTheRange() throws IOException {
        Set<Long> fares = new TreeSet<>();
        for (int student = 0; student < 200; student++) {
            fares.add(Variation.of(taxi(), "student " + student).values().get("fare"));
        }
        assertEquals(Set.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), fares);
    }

    /** Recorded values: a student's variant must not change with a new version of the course. */
    @Test
    void numbersDependOnlyOnNames() throws IOException {
        assertEquals(Map.of("fare", 9L, "longest", 8L), Variation.of(taxi(), "ada").values());
        assertEquals(
                Variation.of(taxi(), "Jose\u0301").values(),
                Variation.of(taxi(), "Jos\u00e9").values());
    }

    @Test
    void fillsTextAndCells() throws IOException {
        Variation form = Variation.of(taxi(), "ada");
        String all = form.exercise().parts().toString();
        assertFalse(all.contains("{{"), all);
        assertTrue(all.contains("a kilometer costs " + form.values().get("fare")), all);
    }

    private static Exercise taxi() throws IOException {
        return Exercise.read(Home.locate().exercises().resolve("02-your-own-taxi"));
    }
}
