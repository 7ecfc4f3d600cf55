package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditDistanceTest {

    @Test
    void countsInsertionsDeletionsAndReplacements() {
        assertEquals(0, EditDistance.between("", ""));
        assertEquals(3, EditDistance.between("", "abc"));
        assertEquals(3, EditDistance.between("abc", ""));
        assertEquals(1, EditDistance.between("seedling", "sedling"));
        assertEquals(3, EditDistance.between("kitten", "sitting"));
        assertEquals(2, EditDistance.between("ab", "ba"));
    }

    @Test
    void listsTheClosestFirstAndKeepsTheOrderOfTies() {
        List<String> known = List.of("sprout", "seedlings", "seedlinx", "seedling");
        assertEquals(
                List.of("seedling", "seedlings", "seedlinx"),
                EditDistance.nearest("seedling", known, 3));
        assertEquals(List.of(), EditDistance.nearest("x", List.of(), 3));
    }
}
