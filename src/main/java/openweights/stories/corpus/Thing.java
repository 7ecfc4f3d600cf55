package openweights.stories.corpus;

import org.jspecify.annotations.Nullable;

/** Something in a story: somebody holds it, or it lies at a spot of the room. */
final class Thing {

    final String color;
    final String noun;

    /** Null while it lies somewhere. */
    @Nullable Person holder;

    /** Such as "on the table"; of no meaning while somebody holds the thing. */
    String spot = "";

    Thing(String color, String noun) {
        this.color = color;
        this.noun = noun;
    }

    void giveTo(Person person) {
        holder = person;
    }

    void putDown(String spot) {
        holder = null;
        this.spot = spot;
    }

    /** Such as "red ball". */
    @Override
    public String toString() {
        return color + " " + noun;
    }
}
