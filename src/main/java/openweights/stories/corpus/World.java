package openweights.stories.corpus;

import java.util.ArrayList;
import java.util.List;

/** Who and what is in a story, and where they are now. */
final class World {

    final List<Person> people = new ArrayList<>();
    final List<Thing> things = new ArrayList<>();

    /** What a person holds, in the order in which the story introduced it. */
    List<Thing> heldBy(Person person) {
        return things.stream().filter(thing -> thing.holder == person).toList();
    }

    /** What nobody holds. */
    List<Thing> lying() {
        return things.stream().filter(thing -> thing.holder == null).toList();
    }

    /** The other of the two people. */
    Person other(Person person) {
        return people.get(people.get(0) == person ? 1 : 0);
    }

    boolean hasThing(String noun) {
        return things.stream().anyMatch(thing -> thing.noun.equals(noun));
    }
}
