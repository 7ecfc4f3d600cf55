package openweights.corpus;

/** Something in a story: with its holder, or at a spot of the first room. */
final class Thing {

    final String colour;
    final String noun;

    /** Null while it lies somewhere. */
    Person holder;

    /** Null while somebody holds it. */
    String spot;

    Thing(String colour, String noun) {
        this.colour = colour;
        this.noun = noun;
    }

    void giveTo(Person person) {
        holder = person;
        spot = null;
    }

    void putDown(String where) {
        holder = null;
        spot = where;
    }

    @Override
    public String toString() {
        return colour + " " + noun;
    }
}
