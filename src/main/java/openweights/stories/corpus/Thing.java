package openweights.stories.corpus;

import org.jspecify.annotations.Nullable;

/** A thing in a story: somebody holds it, or it is at a spot in the room. */
final class Thing {

    final String color;
    final String noun;

    /** Null while nobody holds it. */
    @Nullable Person holder;

    /** Such as "on the table"; meaningless while somebody holds the thing. */
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
