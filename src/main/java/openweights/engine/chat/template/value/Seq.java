package openweights.engine.chat.template.value;

import java.util.Collections;
import java.util.List;

/** A list or a tuple; neither can be changed. */
public final class Seq implements Value {

    private final List<Value> items;
    private final boolean tuple;
    private final int depth;

    private Seq(List<Value> items, boolean tuple) {
        this.items = Collections.unmodifiableList(items);
        this.tuple = tuple;
        this.depth = Nesting.around(items);
    }

    /**
     * A list of these items. The caller keeps no reference to {@code items}.
     *
     * @throws TemplateException if it is nested too deeply
     */
    public static Seq list(List<Value> items) {
        return new Seq(items, false);
    }

    /** A tuple, likewise. */
    public static Seq tuple(List<Value> items) {
        return new Seq(items, true);
    }

    /** Another sequence of the same type. */
    Seq like(List<Value> others) {
        return new Seq(others, tuple);
    }

    public List<Value> items() {
        return items;
    }

    public boolean isTuple() {
        return tuple;
    }

    int depth() {
        return depth;
    }

    @Override
    public String type() {
        return tuple ? "tuple" : "list";
    }

    @Override
    public boolean truth() {
        return !items.isEmpty();
    }
}
