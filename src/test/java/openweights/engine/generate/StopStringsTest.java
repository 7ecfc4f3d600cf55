package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;

class StopStringsTest {

    @Test
    void holdsBackWhatMayBeAStopString() {
        StopStrings stops = new StopStrings(List.of("###", "END"));
        assertEquals("one ", stops.put("one #"));
        assertEquals("#two E", stops.put("two E#"));
        assertEquals("#", stops.finish());
    }

    @Test
    void stopsBeforeTheFirstStopString() {
        StopStrings stops = new StopStrings(List.of("###", "END"));
        assertEquals("a", stops.put("a#"));
        assertEquals("", stops.put("#"));
        assertEquals("", stops.put("# END"));
        assertEquals(true, stops.found());
        assertEquals("", stops.finish());
    }

    @Test
    void returnsTheRestAtTheEnd() {
        StopStrings stops = new StopStrings(List.of("END"));
        assertEquals("the ", stops.put("the EN"));
        assertEquals("EN", stops.finish());
    }

    @Test
    void givesTheSameForPartsOfAnySize() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(30, 0, 3).forEach(c -> text.append("abc".charAt(c)));
            List<String> stop = List.of("abca", "cc", "babab");
            int end = stop.stream().mapToInt(text::indexOf).filter(i -> i >= 0).min().orElse(30);
            StopStrings stops = new StopStrings(stop);
            StringBuilder shown = new StringBuilder();
            for (int at = 0; at < text.length() && !stops.found(); ) {
                int next = Math.min(text.length(), at + 1 + random.nextInt(4));
                shown.append(stops.put(text.substring(at, next)));
                at = next;
            }
            shown.append(stops.finish());
            assertEquals(text.substring(0, end), shown.toString());
        }
    }

    @Test
    void refusesAnEmptyStopString() {
        assertThrows(UserException.class, () -> new StopStrings(List.of("")));
    }
}
