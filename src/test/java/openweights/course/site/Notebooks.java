package openweights.course.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;

/** Builds notebooks and their pages for tests. */
public final class Notebooks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Cell> cells = new ArrayList<>();

    public static Notebooks of(String markdown) {
        return new Notebooks().text(markdown);
    }

    public Notebooks text(String markdown) {
        cells.add(new Cell.Markdown("t" + cells.size(), object(), markdown, object()));
        return this;
    }

    /**
     * @param outputs as JSON, with single quotes for double ones
     */
    public Notebooks code(String source, String... outputs) throws IOException {
        List<JsonNode> shown = new ArrayList<>();
        for (String output : outputs) {
            shown.add(JSON.readTree(output.replace('\'', '"')));
        }
        cells.add(new Cell.Code("c" + cells.size(), object(), source, cells.size(), shown));
        return this;
    }

    /** A code cell that showed this HTML. */
    public Notebooks shown(String source, String html) {
        ObjectNode output = object().put("output_type", "display_data");
        output.putObject("data").put("text/html", html).put("text/plain", "p");
        cells.add(
                new Cell.Code("c" + cells.size(), object(), source, cells.size(), List.of(output)));
        return this;
    }

    /** The page of a lesson with these cells. */
    public String page(Path root) throws IOException {
        return Site.page(Chapter.lesson("03-test", new Notebook(object(), cells)), root);
    }

    /** The article on the page. */
    String article() throws IOException {
        String page = page(Path.of("").toAbsolutePath());
        return page.substring(page.indexOf("<article>"), page.indexOf("</article>"));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
