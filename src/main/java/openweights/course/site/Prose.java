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

/** A Markdown cell as HTML: headings with anchors, highlighted code, formulas, tables. */
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
     * Renders a parsed cell, after {@link Destinations#rewrite}.
     *
     * @throws MarkupException if the cell contains HTML or a formula that a page cannot hold
     */
    static String html(Node document, Outline outline) {
        checkHtml(document);
        checkPictures(document);
        MarkdownTree.all(document, TableBlock.class).forEach(Prose::makeScrollable);
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .nodeRendererFactory(context -> new CustomRenderer(context, outline))
                .attributeProviderFactory(context -> scopes())
                .build()
                .render(document);
    }

    private static void checkPictures(Node document) {
        for (Image image : MarkdownTree.all(document, Image.class)) {
            String alt = Html.escape(MarkdownTree.words(image));
            String source = Html.escape(image.getDestination());
            ForeignHtml.of("<img alt=\"%s\" src=\"%s\">".formatted(alt, source));
        }
    }

    private static void makeScrollable(TableBlock table) {
        HtmlBlock start = new HtmlBlock();
        start.setLiteral(
                "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">");
        HtmlBlock end = new HtmlBlock();
        end.setLiteral("</div>");
        table.insertBefore(start);
        table.insertAfter(end);
    }

    /**
     * Checks the cell's raw HTML. An element may be opened in one piece and closed in a later one.
     */
    private static void checkHtml(Node document) {
        StringBuilder html = new StringBuilder();
        for (Node node : MarkdownTree.all(document, Node.class)) {
            if (node instanceof HtmlBlock block) {
                html.append(block.getLiteral()).append('\n');
            } else if (node instanceof HtmlInline inline) {
                html.append(inline.getLiteral()).append('\n');
            }
        }
        ForeignHtml.of(html.toString());
    }

    private static AttributeProvider scopes() {
        return (node, tag, attributes) -> {
            if (node instanceof TableCell cell && cell.isHeader()) {
                attributes.put("scope", "col");
            }
        };
    }

    /** Renders what commonmark would render differently. */
    private record CustomRenderer(HtmlNodeRendererContext context, Outline outline)
            implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(
                    Heading.class,
                    FencedCodeBlock.class,
                    IndentedCodeBlock.class,
                    FormulaNode.class,
                    TermNode.class);
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
            } else if (node instanceof TermNode term) {
                term.render(context);
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
