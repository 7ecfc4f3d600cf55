package openweights.engine.chat.template.value;

import org.jspecify.annotations.Nullable;

/** A float of Python, which is Java's double. */
public record Real(double value) implements Value {

    @Override
    public String type() {
        return "float";
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
        return Double.hashCode(value + 0.0);
    }
}
