package openweights.course.lesson;

import java.util.List;
import java.util.Optional;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;

/**
 * The rules for predictions. The cell that answers one has a place to write it down, and neither a
 * description nor a check, which would tell the answer before the cell has run.
 */
final class Predictions {

    /** How the cell that answers a prediction begins. */
    static final String PLACE = "Predict.that(\"\");";

    private static final String DESCRIBED = "Remove it: a chart describes itself from its data.";

    /** What gives an answer away. */
    private static final List<Spoiler> SPOILERS =
            List.of(
                    new Spoiler(".alt(", DESCRIBED),
                    new Spoiler(".withAlt(", DESCRIBED),
                    new Spoiler("Check.", "Move the check to a cell of its own, after this one."));

    private record Spoiler(String code, String advice) {}

    private Predictions() {}

    static void check(Node document, List<Block> blocks, Problems problems) {
        List<BlockQuote> asked =
                MarkdownTree.all(document, BlockQuote.class).stream()
                        .filter(Predictions::asksForPrediction)
                        .toList();
        if (asked.isEmpty()) {
            problems.add(
                    1,
                    "the lesson asks for no prediction. Put \"> **Predict.** …\" before a code cell that answers it.");
        }
        for (BlockQuote quote : asked) {
            int line = MarkdownTree.line(quote);
            Optional<Block.Code> answer = next(blocks, line);
            if (answer.isPresent()) {
                answer(answer.get(), problems);
            } else {
                problems.add(
                        line,
                        "no code cell follows this prediction. Put it before the cell that answers it.");
            }
        }
    }

    private static Optional<Block.Code> next(List<Block> blocks, int line) {
        return blocks.stream()
                .filter(block -> block.line() > line)
                .filter(Block.Code.class::isInstance)
                .map(Block.Code.class::cast)
                .filter(code -> !code.attributes().isStatic())
                .findFirst();
    }

    private static void answer(Block.Code code, Problems problems) {
        if (!code.source().startsWith(PLACE)) {
            problems.add(
                    code.line(),
                    "this cell answers a prediction, but has no place to write one. Begin it with "
                            + PLACE);
        }
        for (Spoiler spoiler : SPOILERS) {
            int at = code.source().indexOf(spoiler.code());
            if (at >= 0) {
                problems.add(
                        code.line() + 1 + MarkdownTree.newlines(code.source(), at),
                        "\"%s\" tells the answer to the prediction above. %s"
                                .formatted(spoiler.code(), spoiler.advice()));
            }
        }
    }

    private static boolean asksForPrediction(BlockQuote quote) {
        return MarkdownTree.all(quote, StrongEmphasis.class).stream()
                .anyMatch(strong -> MarkdownTree.words(strong).matches("Predict\\b.*"));
    }
}
