package openweights.engine.chat.template.value;

import org.jspecify.annotations.Nullable;

/** True or False, which as keys of a dict are the same as 1 and 0. */
public final class Bool implements Value {

    public static final Bool FALSE = new Bool(false);
    public static final Bool TRUE = new Bool(true);

    private final boolean value;

    private Bool(boolean value) {
        this.value = value;
    }

    public static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** 1 or 0, which Python computes with. */
    long number() {
        return value ? 1 : 0;
    }

    @Override
    public String type() {
        return "bool";
    }

    @Override
    public boolean truth() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Value number && Arithmetic.sameNumber(this, number);
    }

    @Override
    public int hashCode() {
        return Double.hashCode((double) number());
    }
}
