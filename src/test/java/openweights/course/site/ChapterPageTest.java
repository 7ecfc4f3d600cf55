package openweights.course.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChapterPageTest {

    private static final String HTML =
            "{'output_type': 'display_data', 'metadata': {}, 'data': {'text/html': '%s',"
                    + " 'text/plain': 'p'}}";
    private static final String DRAWING =
            "{'output_type': 'display_data', 'metadata': {'image/svg+xml': {'alt': 'A <dot>.'}},"
                    + " 'data': {'image/svg+xml': '<svg><g id=a/></svg>'}}";

    @Test
    void showsTextCodeAndEveryTypeOfOutput() throws IOException {
        String article =
                Notebooks.of("# 03 · Test\n\nSome *text*.")
                        .code(
                                "f(\"<b>\")",
                                "{'output_type': 'stream', 'name': 'stdout', 'text': 'one <b>'}",
                                "{'output_type': 'stream', 'name': 'stdout', 'text': ' two\\n'}",
                                HTML.formatted("<table><caption>T</caption></table>"),
                                "{'output_type': 'execute_result', 'metadata': {}, 'data':"
                                        + " {'text/plain': '4 < 5'}}",
                                "{'output_type': 'error', 'ename': 'E', 'evalue': 'v', 'traceback':"
                                        + " ['\\u001b[31mE: <v>\\u001b[0m', 'line 2']}")
                        .article();
        assertTrue(article.contains("<h1 id=\"03-test\">03 · Test</h1>"), article);
        assertTrue(article.contains("f(<span class=\"s\">&quot;&lt;b&gt;&quot;</span>)"), article);
        assertTrue(article.contains("<pre class=\"said flows\">one &lt;b&gt; two</pre>"), article);
        assertTrue(article.contains("<table><caption>T</caption></table>"), article);
        assertTrue(article.contains("4 &lt; 5"), article);
        assertTrue(article.contains("<span class=\"red\">E: &lt;v&gt;</span>\nline 2"), article);
    }

    @Test
    void drawingsKeepTheirAltTextAndCannotClash() throws IOException {
        String article = Notebooks.of("# T").code("a", DRAWING, DRAWING).article();
        assertEquals(2, article.split("alt=\"A &lt;dot&gt;.\"", -1).length - 1, article);
        assertFalse(article.contains("<g id"), article);
    }

    @Test
    void pictureDoesNotRepeatItsCaption() throws IOException {
        String figure =
                "<figure><img alt=\\\"%s\\\" width=\\\"4\\\""
                        + " src=\\\"data:image/png;base64,AA==\\\">\\n"
                        + "<figcaption>%s</figcaption></figure>";
        String same = figure.formatted("It falls: $1 &lt; 2.", "It falls: $1 &lt; 2.");
        String other = figure.formatted("A line falls.", "Loss by step");
        String article =
                Notebooks.of("# T")
                        .code("a", HTML.formatted(same), HTML.formatted(other))
                        .article();
        assertTrue(article.contains("<img alt=\"\" width=\"4\""), article);
        assertEquals(2, article.split("It falls: \\$1 &lt; 2\\.", -1).length, article);
        assertTrue(article.contains("<img alt=\"A line falls.\""), article);
        assertTrue(article.contains("<figcaption>Loss by step</figcaption>"), article);
    }

    @Test
    void headingsHaveUniqueIdsAndLinksFindThem() throws IOException {
        String page =
                Notebooks.of("# T\n\n[below](#The-same)")
                        .text("## The same\n\n## The same\n\n## Text")
                        .page(Path.of("").toAbsolutePath());
        List<String> ids =
                Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(id -> id.group(1))
                        .toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        assertTrue(ids.containsAll(List.of("the-same", "the-same-2", "text", "text-2")), "" + ids);
        assertTrue(page.contains("<a href=\"#the-same\">below</a>"), page);
    }

    @Test
    void rendersFormulasAndKeepsPrices() throws IOException {
        String article =
                Notebooks.of("# T\n\nFrom $w_1$ to $5 and $6, `$x$`.\n\n$$a_1 * b_1 * c$$")
                        .article();
        assertTrue(article.contains("<msub><mi>w</mi><mn>1</mn></msub>"), article);
        assertTrue(article.contains("to $5 and $6, <code>$x$</code>."), article);
        assertTrue(article.contains("<math display=\"block\">"), article);
        assertFalse(article.contains("<em>"), article);
    }

    @Test
    void tablesInTextHaveScopesAndScroll() throws IOException {
        String article = Notebooks.of("# T\n\n| a | b |\n|---|--:|\n| 1 | 2 |").article();
        assertTrue(article.contains("<th scope=\"col\">a</th>"), article);
        assertTrue(
                article.contains("tabindex=\"0\"><table>")
                        || article.contains("tabindex=\"0\">\n<table>"),
                article);
    }

    @Test
    void linksLeadToSourcePagesAndLinksToOtherFilesBecomeText(@TempDir Path root)
            throws IOException {
        Files.createDirectories(root.resolve("notebooks"));
        Files.createDirectories(root.resolve("lessons/models"));
        Files.writeString(root.resolve("lessons/a.json"), "{\"a\": \"<b>\"}");
        Files.writeString(root.resolve("notebooks/glossary.md"), "# Glossary");
        String page =
                Notebooks.of(
                                "# T\n\n"
                                        + "[one](../lessons/a.json), [two](../lessons/models),"
                                        + " [three](https://example.org/),"
                                        + " [four](../notebooks/glossary.md)")
                        .page(root);
        assertTrue(
                page.contains(
                        "<a href=\"lessons-a.json.html\">one</a>, two, <a"
                                + " href=\"https://example.org/\">three</a>, <a"
                                + " href=\"glossary.html\">four</a>"),
                page);
    }

    @Test
    void reportsTheCellOfEverythingThatCannotBeShown() {
        SiteException refused =
                assertThrows(
                        SiteException.class,
                        () ->
                                Notebooks.of("# T\n\n<p onclick=\"x\">a</p>")
                                        .text("$\\foo$")
                                        .text("[a](99-none.ipynb)")
                                        .text("[a](#none)")
                                        .text("[a](JavaScript:alert(1))")
                                        .text("[a](../../etc/passwd)")
                                        .text("<details>")
                                        .text("![](data:image/png;base64,AA==)")
                                        .code("a", HTML.formatted("<script>alert(1)</script>"))
                                        .code(
                                                "b",
                                                "{'output_type': 'display_data', 'data':"
                                                        + " {'image/png': 'AA=='}}")
                                        .code(
                                                "c",
                                                "{'output_type': 'display_data', 'data':"
                                                        + " {'application/x': 'AA=='}}")
                                        .article());
        List<String> lines = refused.getMessage().lines().toList();
        assertEquals(11, lines.size(), refused.getMessage());
        assertEquals(
                "notebooks/03-test.ipynb, cell c8: contains <script>, which is not allowed in a"
                        + " page without scripts and external content.",
                lines.get(8));
        String[] named = {
            "onclick",
            "\\foo",
            "99-none.ipynb",
            "#none",
            "JavaScript",
            "passwd",
            "never closed",
            "without alt text",
            "script",
            "alt text",
            "application/x"
        };
        for (int i = 0; i < named.length; i++) {
            assertTrue(lines.get(i).contains(named[i]), lines.get(i));
        }
    }

    @Test
    void scrollableContentIsReachableByKeyboardAndNamed() throws IOException {
        String wide = "a" + " ".repeat(40) + "b\\na" + " ".repeat(40) + "b";
        String article =
                Notebooks.of("# T")
                        .code(
                                "a",
                                "{'output_type': 'stream', 'name': 'stdout', 'text': '"
                                        + wide
                                        + "'}")
                        .article();
        MatchResult pre =
                Pattern.compile("<pre class=\"said[^>]*>")
                        .matcher(article)
                        .results()
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "<pre class=\"said aligned\" role=\"group\" aria-label=\"Output 1\""
                        + " tabindex=\"0\">",
                pre.group());
    }
}
