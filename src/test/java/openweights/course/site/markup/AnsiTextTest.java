package openweights.course.site.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsiTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ESC[1;31mboom <x>ESC[0m at 3 | <span class=\"red\"><b>boom &lt;x&gt;</b></span> at 3",
                "ESC[1mbold ESC[31mredESC[22m | <b>bold </b><span class=\"red\"><b>red</b></span>",
                "a ESC[2Kb                    | a b",
                "a ESC]0;title                | a \uFFFD]0;title",
            })
    void turnsSequencesIntoMarkup(String text, String html) {
        assertEquals(html, AnsiText.html(text.replace("ESC", "\u001b")));
    }

    @ParameterizedTest
    @CsvSource({"'1 of 3\r2 of 3\r3 of 3', 3 of 3", "'a\r\nb', 'a\nb'", "'a\rb\nc', 'b\nc'"})
    void keepsTheLastStateOfALine(String text, String shown) {
        assertEquals(shown, AnsiText.html(text));
    }
}
