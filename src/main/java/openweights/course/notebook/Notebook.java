package openweights.course.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A notebook in nbformat 4.5.
 *
 * @param metadata must not be changed, like every JSON node in this package
 */
public record Notebook(ObjectNode metadata, List<Cell> cells) {

    public Notebook {
        cells = List.copyOf(cells);
    }

    /** A notebook in which each cell is replaced. */
    public Notebook map(UnaryOperator<Cell> change) {
        return new Notebook(metadata, cells.stream().map(change).toList());
    }

    /** The code cells in order. */
    public List<Cell.Code> code() {
        return cells.stream()
                .filter(Cell.Code.class::isInstance)
                .map(Cell.Code.class::cast)
                .toList();
    }
}
