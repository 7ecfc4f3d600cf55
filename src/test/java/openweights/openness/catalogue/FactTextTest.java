package openweights.openness.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactTextTest {

    static List<Entry> entries() {
        return Catalogue.read().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsATerminal(Entry entry) {
        List<String> wide = text(entry).lines().filter(line -> line.length() > 100).toList();
        assertEquals(List.of(), wide);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void saysEverything(Entry entry) {
        String said = squeezed(text(entry));
        entry.allFacts()
                .forEach(
                        (name, fact) -> {
                            assertTrue(said.contains(squeezed(name + fact.value())), name);
                            assertTrue(
                                    said.contains(squeezed("" + fact.doubt()))
                                            || fact.doubt() == null,
                                    name);
                            fact.sources()
                                    .forEach(
                                            source ->
                                                    assertTrue(
                                                            said.contains(squeezed("]" + source)),
                                                            source));
                        });
        assertTrue(text(entry).startsWith(entry.title() + ", read " + entry.read()), said);
    }

    private static String text(Entry entry) {
        return Catalogue.read().sheets().facts(entry.name()).text();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
