package openweights.stories.corpus;

import java.util.List;
import java.util.function.Predicate;

/**
 * The rules of a story: who is there, who has what, what happens. Then comes a {@link Questions
 * question} with its answer.
 *
 * <p>Every choice shows in the next words, so that a text can be written in one way only. Every
 * choice is possible in the story's world: nobody gives what they do not have. A name, color, spot
 * or room comes again after it was said first, now near and now far: a model that learns to write
 * these stories learns to look things up.
 */
final class Grammar {

    private static final int MAX_EVENTS = 4;

    private final StoryContext tell;
    private final World world = new World();

    Grammar(StoryContext teller) {
        tell = teller;
    }

    /** Tells one story. */
    void tell() {
        String room = opening();
        thing();
        events(room);
        tell.say(" ");
        new Questions(tell, world).ask();
    }

    /** One day, Anna was in the kitchen. Ben was in the kitchen too. Returns the room. */
    private String opening() {
        tell.word(Words.TIMES);
        tell.say(", ");
        String first = tell.word(Words.NAMES);
        tell.say(" was in the ");
        String room = tell.word(Words.ROOMS);
        tell.say(". ");
        String second = tell.word(without(Words.NAMES, first::equals));
        tell.say(" was in the " + room + " too.");
        world.people.add(new Person(first, room));
        world.people.add(new Person(second, room));
        return room;
    }

    /** Anna had a red ball. Or: There was a red ball on the table. */
    private void thing() {
        int owner = tell.pick(2, 2, 3);
        boolean held = owner < world.people.size();
        tell.say(held ? " " + world.people.get(owner).name + " had a " : " There was a ");
        String color = tell.word(Words.COLORS);
        tell.say(" ");
        Thing thing = new Thing(color, tell.word(without(Words.THINGS, world::hasThing)));
        if (held) {
            thing.giveTo(world.people.get(owner));
        } else {
            tell.say(" ");
            thing.putDown(tell.word(Words.SPOTS));
        }
        tell.say(".");
        world.things.add(thing);
    }

    private void events(String room) {
        int count = 0;
        do {
            event(room);
            count++;
        } while (count < MAX_EVENTS && tell.pick(2, 1) == 0);
    }

    /** The thing stays with its holder or in the first room: whoever is elsewhere can only go. */
    private void event(String room) {
        Person actor = tell.pick(world.people);
        tell.say(" " + actor.name);
        boolean here = actor.room.equals(room);
        boolean holds = !world.heldBy(actor).isEmpty();
        boolean company = world.other(actor).room.equals(room);
        int put = here && holds ? 3 : 0;
        int give = here && holds && company ? 3 : 0;
        int take = here && !world.lying().isEmpty() ? 4 : 0;
        switch (tell.pick(put, give, take, 2)) {
            case 0 -> put(actor);
            case 1 -> give(actor);
            case 2 -> take(actor);
            default -> go(actor);
        }
        tell.say(".");
    }

    /** Anna put the red ball on the table. */
    private void put(Person actor) {
        Thing thing = tell.pick(world.heldBy(actor));
        tell.say(" put the " + thing + " ");
        thing.putDown(tell.word(Words.SPOTS));
    }

    /** Anna gave the red ball to Ben. */
    private void give(Person actor) {
        Thing thing = tell.pick(world.heldBy(actor));
        Person other = world.other(actor);
        tell.say(" gave the " + thing + " to " + other.name);
        thing.giveTo(other);
    }

    /** Anna took the red ball from the table. */
    private void take(Person actor) {
        Thing thing = tell.pick(world.lying());
        tell.say(" took the " + thing + " from " + Words.withoutPreposition(thing.spot));
        thing.giveTo(actor);
    }

    /** Anna went from the kitchen to the attic. */
    private void go(Person actor) {
        tell.say(" went from the " + actor.room + " to the ");
        actor.room = tell.word(without(Words.ROOMS, actor.room::equals));
    }

    private static List<String> without(List<String> all, Predicate<String> not) {
        return all.stream().filter(not.negate()).toList();
    }
}
