package openweights.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Boxes with arrows: the way of data through the parts of a model.
 *
 * <p>Boxes stand in the columns and rows of a grid, which begin with 0 at the top left; halves are
 * allowed. Each kind of box has a color of its own, and a line in the legend.
 *
 * <pre>{@code
 * Diagram.of("A layer without attention")
 *         .kind("numbers of this text").box("x", 0, 0).box("x + change", 0, 2)
 *         .kind("weights").box("feed-forward", 0, 1)
 *         .arrow("x", "feed-forward").arrow("feed-forward", "x + change").around("x", "x + change")
 * }</pre>
 */
public final class Diagram extends Picture<Diagram> {

    static final int COLUMN_WIDTH = 132;
    static final int ROW_HEIGHT = 62;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private int kind;

    /** A box around a place in the grid. */
    record Box(String text, double column, double row, int kind) {}

    /** An arrow. One that goes around leaves and enters its boxes at the left. */
    record Arrow(Box from, Box to, boolean around) {}

    private Diagram(String title) {
        super(title);
    }

    public static Diagram of(String title) {
        return new Diagram(title);
    }

    /** Names what the boxes that follow have in common. */
    public Diagram kind(String name) {
        if (!kinds.contains(name)) {
            kinds.add(name);
        }
        kind = kinds.indexOf(name);
        return this;
    }

    /**
     * Adds a box. Its text is also its name; a second box of the same text is told apart by what
     * follows a {@code #}, which is not shown. A line break begins a second line.
     */
    public Diagram box(String name, double column, double row) {
        if (kinds.isEmpty()) {
            kind("");
        }
        Box box = new Box(name.replaceFirst("#.*", ""), column, row, kind);
        if (boxes.put(name, box) != null) {
            throw new IllegalArgumentException(
                    "There are two boxes \"%s\". Name one of them \"%s#2\": what follows # is not shown."
                            .formatted(name, name));
        }
        return this;
    }

    /** Adds a straight arrow from one box to another. */
    public Diagram arrow(String from, String to) {
        arrows.add(new Arrow(box(from), box(to), false));
        return this;
    }

    /** Adds an arrow that goes around the boxes in between, at their left. */
    public Diagram around(String from, String to) {
        arrows.add(new Arrow(box(from), box(to), true));
        return this;
    }

    private Box box(String name) {
        Box box = boxes.get(name);
        if (box == null) {
            throw new IllegalArgumentException(
                    "There is no box \"%s\" yet, only %s. Add boxes before their arrows."
                            .formatted(name, boxes.keySet()));
        }
        return box;
    }

    @Override
    Dimension naturalSize() {
        double grid = DiagramPainting.gridWidth(boxes.values());
        double rows = boxes.values().stream().mapToDouble(Box::row).max().orElse(0) + 1;
        return new Dimension(
                (int) Math.max(grid, DiagramPainting.legendWidth(kinds)),
                (int) (rows * ROW_HEIGHT) + DiagramPainting.TOP + DiagramPainting.BOTTOM);
    }

    @Override
    Painting painting() {
        if (boxes.isEmpty()) {
            throw new IllegalStateException(
                    "The diagram has no box. Call box(name, column, row) first.");
        }
        return new DiagramPainting(
                title, List.copyOf(boxes.values()), List.copyOf(arrows), List.copyOf(kinds));
    }

    @Override
    String description() {
        List<String> parts = new ArrayList<>();
        for (String name : kinds) {
            String members =
                    boxes.values().stream()
                            .filter(box -> box.kind() == kinds.indexOf(name))
                            .map(Diagram::words)
                            .collect(Collectors.joining(", "));
            parts.add(name.isBlank() ? members : name + ": " + members);
        }
        String ways =
                arrows.stream()
                        .map(arrow -> words(arrow.from()) + " to " + words(arrow.to()))
                        .collect(Collectors.joining("; "));
        return "Diagram. %s.%s"
                .formatted(
                        String.join(". ", parts), ways.isEmpty() ? "" : " Arrows: " + ways + ".");
    }

    private static String words(Box box) {
        return box.text().replace('\n', ' ');
    }

    @Override
    Diagram self() {
        return this;
    }
}
