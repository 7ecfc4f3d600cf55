package openweights.course.site;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** A formula between {@code $} or {@code $$}, delimited by JupyterLab's rules. */
final class FormulaNode extends CustomNode {

    private static final Pattern DISPLAY = Pattern.compile("\\$\\$([^$]+)\\$\\$");

    /**
     * No space just inside the dollar signs and no digit after them, so that prices remain text.
     */
    private static final Pattern INLINE =
            Pattern.compile("\\$(?!\\s)([^$`\n]*[^$`\\s\\\\])\\$(?!\\d)");

    private final String tex;
    private final boolean display;

    private FormulaNode(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    /** Whether it is displayed on a line of its own. */
    boolean display() {
        return display;
    }

    /** Finds formulas; Markdown is not interpreted between the dollar signs. */
    static final class Syntax implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Syntax::parse;
        }

        private static ParsedInline parse(InlineParserState state) {
            Scanner scanner = state.scanner();
            Position start = scanner.position();
            String rest = rest(scanner, start);
            for (Pattern pattern : new Pattern[] {DISPLAY, INLINE}) {
                Matcher formula = pattern.matcher(rest);
                if (formula.lookingAt()) {
                    skip(scanner, formula.end());
                    boolean display = pattern == DISPLAY;
                    return ParsedInline.of(
                            new FormulaNode(formula.group(1), display), scanner.position());
                }
            }
            return ParsedInline.none();
        }

        private static String rest(Scanner scanner, Position start) {
            while (scanner.hasNext()) {
                scanner.next();
            }
            SourceLines rest = scanner.getSource(start, scanner.position());
            scanner.setPosition(start);
            return rest.getContent();
        }

        private static void skip(Scanner scanner, int characters) {
            for (int i = 0; i < characters; i++) {
                scanner.next();
            }
        }
    }
}
