package openweights.course.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.base.Html;
import openweights.course.markdown.MarkdownTree;
import openweights.course.site.formula.Formula;
import openweights.course.site.markup.CodeColors;
import openweights.course.site.markup.ForeignHtml;
import openweights.course.site.markup.MarkupException;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** The Markdown of a cell as HTML: headings with anchors, code in colors, formulas, tables. */
final class Prose {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(TABLES)
                    .customInlineContentParserFactory(new FormulaNode.Syntax())
                    .build();

    private Prose() {}

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /**
     * Renders the tree of a cell, whose links lead where they shall already.
     *
     * @throws MarkupException if the text holds HTML or a formula that a page cannot hold
     */
    static String html(Node document, Outline outline) {
        checkHtml(document);
        checkPictures(document);
        MarkdownTree.all(document, TableBlock.class).forEach(Prose::letScroll);
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .nodeRendererFactory(context -> new Special(context, outline))
                .attributeProviderFactory(context -> scopes())
                .build()
                .render(document);
    }

    private static void checkPictures(Node document) {
        for (Image image : MarkdownTree.all(document, Image.class)) {
            String words = Html.escape(MarkdownTree.words(image));
            ForeignHtml.check(
                    "<img alt=\"%s\" src=\"%s\">".formatted(words, image.getDestination()));
        }
    }

    private static void letScroll(TableBlock table) {
        HtmlBlock start = new HtmlBlock();
        start.setLiteral(
                "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">");
        HtmlBlock end = new HtmlBlock();
        end.setLiteral("</div>");
        table.insertBefore(start);
        table.insertAfter(end);
    }

    private static void checkHtml(Node document) {
        ForeignHtml looking = new ForeignHtml();
        for (Node node : MarkdownTree.all(document, Node.class)) {
            if (node instanceof HtmlBlock block) {
                looking.look(block.getLiteral());
            } else if (node instanceof HtmlInline inline) {
                looking.look(inline.getLiteral());
            }
        }
        looking.end();
    }

    private static AttributeProvider scopes() {
        return (node, tag, attributes) -> {
            if (node instanceof TableCell cell && cell.isHeader()) {
                attributes.put("scope", "col");
            }
        };
    }

    /** What is not written as commonmark would write it. */
    private record Special(HtmlNodeRendererContext context, Outline outline)
            implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(
                    Heading.class,
                    FencedCodeBlock.class,
                    IndentedCodeBlock.class,
                    FormulaNode.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                heading(heading);
            } else if (node instanceof FencedCodeBlock fence) {
                code(fence.getLiteral(), fence.getInfo().split("\\s")[0]);
            } else if (node instanceof IndentedCodeBlock block) {
                code(block.getLiteral(), "");
            } else if (node instanceof FormulaNode formula) {
                context.getWriter().raw(Formula.mathml(formula.tex(), formula.display()));
            }
        }

        private void heading(Heading heading) {
            String tag = "h" + heading.getLevel();
            context.getWriter().line();
            context.getWriter().tag(tag, Map.of("id", outline.ids().get(heading)));
            MarkdownTree.children(heading).forEach(context::render);
            context.getWriter().tag("/" + tag);
            context.getWriter().line();
        }

        private void code(String code, String language) {
            context.getWriter().line();
            context.getWriter()
                    .raw("<pre class=\"shown\">" + CodeColors.html(code, language) + "</pre>");
            context.getWriter().line();
        }
    }
}
