package openweights.course.site;

import java.util.List;
import java.util.Map;
import openweights.course.lesson.Glossary;
import openweights.course.markdown.MarkdownTree;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** A term where a lesson defines it; it leads to its entry in the glossary, and back. */
final class TermNode extends CustomNode {

    private final String id;

    private TermNode(String id) {
        this.id = id;
    }

    /** Its id in its lesson, and that of its entry in the glossary. */
    static String id(Glossary.Entry entry) {
        return "term-" + entry.anchor();
    }

    /** Replaces the emphasis of each term that a chapter defines. */
    static void mark(Chapter chapter, Glossary glossary) {
        for (Glossary.Entry entry : glossary.definedIn(chapter.slug())) {
            entry.definition()
                    .flatMap(each -> each.emphasis(List.copyOf(chapter.texts().values())))
                    .ifPresent(emphasis -> replace(emphasis, new TermNode(id(entry))));
        }
    }

    private static void replace(Emphasis emphasis, TermNode term) {
        MarkdownTree.children(emphasis).forEach(term::appendChild);
        emphasis.insertBefore(term);
        emphasis.unlink();
    }

    void render(HtmlNodeRendererContext context) {
        var html = context.getWriter();
        html.tag("dfn", Map.of("id", id));
        html.raw("<a class=\"term\" href=\"%s#%s\">".formatted(GlossaryPage.NAME, id));
        MarkdownTree.children(this).forEach(context::render);
        html.tag("/a");
        html.tag("/dfn");
    }
}
