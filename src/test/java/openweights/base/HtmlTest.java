package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesWhatStartsTagsAndEndsAttributes() {
        assertEquals(
                "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;",
                Html.escape("<a href=\"x\" title='y'>&amp;"));
    }

    @Test
    void keepsOrdinaryText() {
        String text = "tab\tline\nGrüße, 你好 😀 \u200F";
        assertEquals(text, Html.escape(text));
    }

    @Test
    void replacesWhatHtmlForbids() {
        assertEquals("\ufffd".repeat(5), Html.escape("\0\u001b\r\u007f\u0085"));
        assertEquals("a\ufffdb\ufffd", Html.escape("a\ud800b\udc00"));
    }

    @Test
    void replacesWhatTurnsTheDirectionOfTheTextAround() {
        assertEquals("\ufffdx\ufffdy\ufffd", Html.escape("\u202ex\u2066y\u2069"));
    }
}
