package openweights.course.exercise.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.course.markdown.Anchors;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Divides {@code exercise.md} into cells, at headings of levels 1 and 2 and at code cells. */
final class ExerciseText {

    /**
     * The first line of an answer in the notebook. It identifies the cell whatever else is done to
     * it.
     */
    private static final String ANCHOR = "// [%s] Your answer. Keep this line.";

    private final List<String> lines;
    private final Problems problems;
    private final List<ExerciseCell> parts = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private String heading = "start";
    private String title = "";

    /** Index of the first line that is not in a cell yet. */
    private int next;

    /**
     * @param lines the file's lines, with the front matter blanked
     */
    private ExerciseText(List<String> lines, Problems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** The title and the cells. */
    record Content(String title, List<ExerciseCell> parts) {}

    static Content read(List<String> lines, Problems problems) {
        ExerciseText text = new ExerciseText(lines, problems);
        Node document = MarkdownTree.parse(String.join("\n", lines));
        for (FencedCodeBlock fence : MarkdownTree.all(document, FencedCodeBlock.class)) {
            text.checkFence(fence);
        }
        MarkdownTree.children(document).forEach(text::topLevel);
        text.prose(lines.size());
        if (text.title.isEmpty()) {
            problems.add(1, "the exercise has no title. Write # and the title below the settings.");
        }
        return new Content(text.title, text.parts);
    }

    private void checkFence(FencedCodeBlock fence) {
        int line = MarkdownTree.line(fence);
        if (fence.getClosingFenceLength() == null) {
            problems.add(line, "this fence is not closed. End the block with a line of ```.");
        }
        boolean java = fence.getInfo().strip().matches("java\\b.*");
        boolean isStatic = fence.getInfo().strip().equals("java static");
        if (java && !isStatic && !(fence.getParent() instanceof Document)) {
            problems.add(
                    line,
                    "a java block inside a list or a quote cannot be a cell. Move it to the left margin, or write ```java static to show it only.");
        }
    }

    private void topLevel(Node node) {
        if (node instanceof Heading found && found.getLevel() <= 2) {
            prose(MarkdownTree.line(found) - 1);
            heading = Anchors.slug(MarkdownTree.words(found));
            if (found.getLevel() == 1) {
                title(found);
            }
        } else if (node instanceof FencedCodeBlock block) {
            int line = MarkdownTree.line(block);
            Optional<Fence> cell = Fence.parse(block.getInfo(), line, problems);
            cell.ifPresent(fence -> code(fence, block, line));
        }
    }

    private void title(Heading found) {
        if (!title.isEmpty()) {
            problems.add(
                    MarkdownTree.line(found),
                    "a second heading of level 1. An exercise has only one; write ## here.");
        }
        title = MarkdownTree.words(found);
    }

    private void code(Fence fence, FencedCodeBlock block, int line) {
        prose(line - 1);
        next = MarkdownTree.lastLine(block);
        String source = block.getLiteral().stripTrailing();
        String id = unique(fence.id(), line);
        if (fence.isAnswer()) {
            Solution solution = Solution.parse(source, line, problems);
            String anchor = ANCHOR.formatted(id) + "\n";
            parts.add(
                    new ExerciseCell.Answer(
                            id,
                            line,
                            id,
                            fence.points(),
                            anchor + solution.starter(),
                            anchor + solution.solution()));
        } else {
            source.lines()
                    .filter(Solution::isMarker)
                    .findFirst()
                    .ifPresent(
                            marker ->
                                    problems.add(
                                            line,
                                            "\"%s\" is in a cell that is given to students. Make the cell an answer, or remove the line."
                                                    .formatted(marker.strip())));
            parts.add(new ExerciseCell.Given(id, line, source));
        }
    }

    private String unique(String id, int line) {
        if (ids.merge(id, 1, Integer::sum) > 1) {
            problems.add(line, "the cell id \"" + id + "\" is already used. Rename this cell.");
        }
        return id;
    }

    /** Turns the lines up to this index into a text cell, unless they are blank. */
    private void prose(int end) {
        int start = next;
        while (start < end && lines.get(start).isBlank()) {
            start++;
        }
        String markdown = String.join("\n", lines.subList(start, Math.max(start, end)));
        if (!markdown.isBlank()) {
            int count = ids.merge("text-" + heading, 1, Integer::sum);
            String id = "text-" + heading + (count == 1 ? "" : "-" + count);
            parts.add(new ExerciseCell.Text(id, start + 1, markdown.stripTrailing()));
        }
        next = Math.max(next, end);
    }
}
