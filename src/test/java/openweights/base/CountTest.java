package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void oneThingIsNamedInTheSingular() {
        assertEquals("0 students", Count.of(0, "student"));
        assertEquals("1 student", Count.of(1, "student"));
        assertEquals("2 hidden tests", Count.of(2, "hidden test"));
    }
}
