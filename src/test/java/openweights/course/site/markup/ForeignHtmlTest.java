package openweights.course.site.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHtmlTest {

    @Test
    void acceptsWhatTheCoursesOwnRenderersWrite() {
        ForeignHtml.of(
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
                "<img src=\"data:image/png;base64,AA\">                     | without alt text",
                "<img alt=\" \" src=\"data:image/png;base64,AA\">           | without alt text",
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
                "1 < 2                                                      | 1 <",
                "<!-- a --><math><mtext></mtext></math>                     | <math>",
                "<p title=\"a\" \">b</p>                                    | <p \"",
                "<li>a<li>b</li>                                            | never closed",
                "<p title=\"a\" title=\"b\">c</p>                           | malformed",
                "<p>&nosuch;</p>                                            | nosuch",
                "<image alt=\"a\" src=\"data:image/png;base64,AA\">         | <img>",
                "<table><p>a</p></table>                                    | malformed",
                "<p><table></table></p>                                     | malformed",
                "<td>1</td>                                                 | <td>",
                "<body onload=\"alert(1)\">a                               | onload",
                "<?php echo 1 ?>                                            | <",
                "<a href=\"&#106;avascript:alert(1)\">a</a>                | href",
                "<p style=\"width:&#117;rl(x)\">a</p>                      | style",
            })
    void refusesWhatMayDoMoreThanDisplay(String html, String named) {
        String message =
                assertThrows(MarkupException.class, () -> ForeignHtml.of(html)).getMessage();
        assertTrue(message.contains(named), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td>1</td></tr></table>",
                "<details><summary>a</summary>b</details>",
                "<p title='a > b'>c</p ><BR/><!-- a < b -->",
                "a & b",
            })
    void acceptsWhatABrowserNeedNotRepair(String html) {
        assertEquals(html, ForeignHtml.of(html).withoutRepeatedCaptions());
    }

    @Test
    void removesAltTextThatRepeatsTheCaption() {
        String image = "<figure><img alt=%s src='data:image/png;base64,AA'>";
        String caption = "\n<figcaption>a &lt; b</figcaption></figure>";
        assertEquals(
                image.formatted("\"\"") + caption,
                ForeignHtml.of(image.formatted("\"a &lt; b\"") + caption)
                        .withoutRepeatedCaptions());
        String other = image.formatted("\"a\"") + caption;
        assertEquals(other, ForeignHtml.of(other).withoutRepeatedCaptions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- <script>alert(1)</script>", "<!--> <script>x</script> -->"})
    void isNotMisledByComments(String html) {
        assertThrows(MarkupException.class, () -> ForeignHtml.of(html));
    }
}
