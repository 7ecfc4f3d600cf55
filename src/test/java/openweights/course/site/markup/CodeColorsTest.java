package openweights.course.site.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeColorsTest {

    @Test
    void marksKeywordsStringsNumbersAndComments() {
        assertEquals(
                "<span class=\"line\"><span class=\"k\">int</span> a1 = <span class=\"n\">0x1F</span>; <span class=\"c\">// &quot;no&quot; string</span>\n</span>"
                        + "<span class=\"line\" style=\"--in:4\"><span class=\"in\">    </span>f(<span class=\"s\">&quot;// no comment &lt;b&gt;&quot;</span>, <span class=\"n\">1e-3f</span>)\n</span>",
                CodeColors.html(
                        "int a1 = 0x1F; // \"no\" string\n    f(\"// no comment <b>\", 1e-3f)",
                        "java"));
    }

    @Test
    void marksEachLineOfALongToken() {
        assertEquals(
                "<span class=\"line\"><span class=\"c\">/* a</span>\n</span>"
                        + "<span class=\"line\" style=\"--in:2\"><span class=\"c\">  b */</span>\n</span>",
                CodeColors.html("/* a\n  b */", "java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String s = \"\"\"\n    <p>\n    \"\"\";\n\nchar c = '\\'';\n",
                "String open = \"no end\nint x = 1_000;",
                "</span><script>alert(1)</script>",
                "a\n\n\n  b\t& c"
            })
    void losesNoCharacter(String code) {
        String shown =
                CodeColors.html(code, "java")
                        .replaceAll("</?span[^>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
        assertEquals(code.stripTrailing(), shown.stripTrailing());
    }
}
