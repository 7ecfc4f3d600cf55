package openweights.course.lesson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.Anchors;
import openweights.course.markdown.Problems;
import openweights.course.notebook.Cell;

/**
 * Turns blocks into cells. Headings of levels 1 and 2, breaks and code end a Markdown cell.
 *
 * <p>A cell's id consists of the nearest heading and a counter under that heading, so that an edit
 * elsewhere does not change it.
 */
final class NotebookCompiler {

    /** Tag of cells whose outputs differ between runs. */
    static final String MEASURED = "measured";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Lesson lesson;
    private final Regions regions;
    private final Problems problems;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, Block.Code> codes = new LinkedHashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private final List<String> pending = new ArrayList<>();

    /** Slug of the latest heading, and of the heading under which the pending text began. */
    private String nearest = "start";

    private String opening = "start";

    private NotebookCompiler(Lesson lesson, Regions regions, Problems problems) {
        this.lesson = lesson;
        this.regions = regions;
        this.problems = problems;
    }

    /** The cells of a lesson, and the block from which each code cell was made. */
    record Cells(List<Cell> cells, Map<String, Block.Code> codes) {}

    static Cells compile(Lesson lesson, Regions regions, Problems problems) {
        NotebookCompiler compiler = new NotebookCompiler(lesson, regions, problems);
        lesson.blocks().forEach(compiler::add);
        compiler.endMarkdown();
        return new Cells(compiler.cells, compiler.codes);
    }

    private void add(Block block) {
        if (block instanceof Block.Heading title) {
            nearest = Anchors.slug(title.title().replaceFirst("^\\d\\d · ", ""));
            if (title.level() <= 2) {
                endMarkdown();
            }
            text(title.markdown());
        } else if (block instanceof Block.Prose prose) {
            text(prose.markdown());
        } else if (block instanceof Block.Region region) {
            regions.read(region, problems).ifPresent(code -> text(shown(region, code)));
        } else if (block instanceof Block.Code code) {
            endMarkdown();
            code(code);
        } else if (block instanceof Block.Break) {
            endMarkdown();
        }
    }

    private void text(String markdown) {
        if (pending.isEmpty()) {
            opening = nearest;
        }
        pending.add(markdown);
    }

    private void endMarkdown() {
        if (!pending.isEmpty()) {
            String id = counted(opening, "text");
            String source = String.join("\n\n", pending);
            cells.add(new Cell.Markdown(id, NODES.objectNode(), source, NODES.objectNode()));
            pending.clear();
        }
    }

    private void code(Block.Code code) {
        String name = code.attributes().id();
        String id = name == null ? counted(nearest, "code") : lesson.number() + "-" + name;
        Block.Code other = codes.put(id, code);
        if (other != null) {
            problems.add(
                    code.line(),
                    "the cell id \""
                            + id
                            + "\" is already used by the cell in line "
                            + other.line()
                            + ". Rename one of them.");
        }
        cells.add(new Cell.Code(id, metadata(code.attributes()), code.source(), null, List.of()));
    }

    private String counted(String heading, String kind) {
        String base = lesson.number() + "-" + heading + "-" + kind;
        int count = counters.merge(base, 1, Integer::sum);
        return count == 1 ? base : base + "-" + count;
    }

    private static ObjectNode metadata(CodeAttributes attributes) {
        ObjectNode metadata = NODES.objectNode();
        if (attributes.measured()) {
            metadata.withArray("tags").add(MEASURED);
        }
        if (attributes.raises() != null) {
            metadata.withArray("tags").add("raises-exception");
        }
        return metadata;
    }

    /** Library code in the text, with a link to its file. */
    private static String shown(Block.Region region, String code) {
        String name = region.file().substring(region.file().lastIndexOf('/') + 1);
        String fence = code.contains("```") ? "````" : "```";
        return "From [%s](../src/main/java/%s):\n\n%sjava\n%s\n%s"
                .formatted(name, region.file(), fence, code, fence);
    }
}
