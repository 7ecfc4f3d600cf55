package openweights.base;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as plain text: every column as wide as its longest cell, two blanks between columns.
 *
 * <p>Picocli's table cannot replace it. That one needs the widths in advance, truncates or wraps
 * what is longer, and reads {@code @|bold …|@} in a cell as markup, though cells hold names that
 * come from other people's files.
 */
public final class TextTable {

    private final List<String[]> rows = new ArrayList<>();

    /** Adds a row; it may have fewer cells than others. */
    public TextTable row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = String.valueOf(cells[i]);
        }
        rows.add(texts);
        return this;
    }

    /** The rows, each ended by a line feed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(width(i) - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.length)
                .mapToInt(row -> row[column].length())
                .max()
                .orElse(0);
    }
}
