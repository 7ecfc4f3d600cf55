package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {

    private final HtmlTemplate template = HtmlTemplate.of(HtmlTemplateTest.class, "template.html");

    @Test
    void escapesTextAndInsertsMarkupAsItIs() {
        assertEquals(
                """
                <h1>a &lt; b {{mark}} $1</h1>
                <b>{{title}}</b>
                none
                """,
                template.fill(
                        Map.of(
                                "title",
                                "a < b {{mark}} $1",
                                "mark",
                                "<b>{{title}}</b>",
                                "items",
                                List.of(),
                                "last",
                                false)));
    }

    @Test
    void repeatsSectionsAndLeavesNoEmptyLines() {
        assertEquals(
                """
                <h1>T</h1>
                m
                <i>1</i>
                <i class="special">2</i>
                end""",
                template.fill(
                        Map.of(
                                "title",
                                "T",
                                "mark",
                                "m",
                                "items",
                                List.of(
                                        Map.of("title", "1", "special", false),
                                        Map.of("title", "2", "special", true)),
                                "last",
                                true)));
    }

    @Test
    void namesAPlaceWithoutAValue() {
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> template.fill(Map.of("title", "T")))
                        .getMessage();
        assertTrue(message.contains("template.html") && message.contains("mark"), message);
    }
}
