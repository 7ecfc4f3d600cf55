package openweights.engine.chat.template.value;

import org.jspecify.annotations.Nullable;

/** A whole number of 64 bits; Python's have no limit, and a result beyond this one is refused. */
public record Int(long value) implements Value {

    @Override
    public String type() {
        return "int";
    }

    @Override
    public boolean truth() {
        return value != 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Value number && Arithmetic.sameNumber(this, number);
    }

    @Override
    public int hashCode() {
        return Double.hashCode((double) value);
    }
}
