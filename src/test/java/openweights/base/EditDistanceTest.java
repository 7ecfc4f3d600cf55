package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditDistanceTest {

    @Test
    void countsInsertedDeletedAndReplacedCharacters() {
        assertEquals(3, EditDistance.between("kitten", "sitting"));
        assertEquals(4, EditDistance.between("", "anna"));
        assertEquals(0, EditDistance.between("anna", "anna"));
    }

    @Test
    void findsTheNearestNames() {
        List<String> known = List.of("eve", "bob", "bo");
        assertEquals(List.of("bob", "bo"), EditDistance.nearest("bbob", known, 2));
        assertEquals(List.of(), EditDistance.nearest("bbob", List.of(), 2));
    }
}
