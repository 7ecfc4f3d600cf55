package openweights.course.site.markup;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHtmlTest {

    @Test
    void letsThroughWhatTheCoursesOwnRenderersWrite() {
        ForeignHtml.check(
                """
                <table>
                <caption style="text-align:left;white-space:nowrap">a &lt; b</caption>
                <thead><tr><td></td><th scope="col" style="text-align:right">0</th></tr></thead>
                <tbody><tr><th scope="row">0</th><td>1 &amp; 2</td></tr></tbody>
                </table>
                <figure style="margin:0">
                <img alt="It rises > falls." width="640" style="max-width:100%;background-color:#fff" src="data:image/png;base64,iVBORw0KGgo=">
                <figcaption>It rises.</figcaption></figure><p>✓ Counting: 50 of 50</p>
                <progress max="20" value="7" aria-label="Training"></progress><br>""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>                                  | <script>",
                "<ScRiPt src=x></script>                                    | <script>",
                "<p onclick=\"alert(1)\">a</p>                              | onclick",
                "<p/onmouseover=alert(1)>a</p>                              | onmouseover",
                "<img alt=\"a\" src=\"data:image/png;base64,AA\" OnError=x> | onerror",
                "<img alt=\"a\" src=\"https://example.org/a.png\">          | src",
                "<img alt=\"a\" src=\"data:text/html;base64,AA\">           | src",
                "<img src=\"data:image/png;base64,AA\">                     | without words",
                "<img alt=\" \" src=\"data:image/png;base64,AA\">           | without words",
                "<a href=\"javascript:alert(1)\">a</a>                      | href",
                "<a href=\" javascript:alert(1)\">a</a>                     | href",
                "<svg><circle/></svg>                                       | <svg>",
                "<style>p { color: red }</style>                            | <style>",
                "<iframe src=\"x\"></iframe>                                | <iframe>",
                "<p style=\"background: URL(x)\">a</p>                      | style",
                "<p style=\"position: fixed\">a</p>                         | style",
                "<p id=\"text\">a</p>                                       | id",
                "<h2>a</h2>                                                 | <h2>",
                "<p>a                                                       | never closed",
                "<p><b>a</p></b>                                            | </p>",
                "</div>                                                     | </div>",
                "1 < 2                                                      | lone",
                "<!-- a --><math><mtext></mtext></math>                     | <math>",
                "<p title=\"a\" \">b</p>                                    | lone",
            })
    void refusesWhatMayDoMoreThanShow(String html, String named) {
        String message =
                assertThrows(MarkupException.class, () -> ForeignHtml.check(html)).getMessage();
        assertTrue(message.contains(named), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- <script>alert(1)</script>", "<!--> <script>x</script> -->"})
    void isNotMisledByComments(String html) {
        assertThrows(MarkupException.class, () -> ForeignHtml.check(html));
    }
}
