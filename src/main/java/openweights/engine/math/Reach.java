package openweights.engine.math;

/**
 * How far back a query sees.
 *
 * @param size positions in a window or a chunk; 0 for {@link Kind#ALL}
 */
public record Reach(Kind kind, int size) {

    /** The patterns of released models. */
    public enum Kind {
        /** Every earlier position. */
        ALL,
        /** The last {@code size} positions, the query's own included: sliding-window attention. */
        WINDOW,
        /** The positions of the query's own chunk, of {@code size} positions each. */
        CHUNK
    }

    public static final Reach ALL = new Reach(Kind.ALL, 0);

    public static Reach window(int size) {
        return new Reach(Kind.WINDOW, size);
    }

    public static Reach chunk(int size) {
        return new Reach(Kind.CHUNK, size);
    }

    /** The first position that a query at {@code position} sees. */
    public int first(int position) {
        return switch (kind) {
            case ALL -> 0;
            case WINDOW -> Math.max(0, position - size + 1);
            case CHUNK -> position - position % size;
        };
    }

    /** How many positions of a text must be kept. */
    public int kept(int positions) {
        return kind == Kind.ALL ? positions : Math.min(positions, size);
    }
}
