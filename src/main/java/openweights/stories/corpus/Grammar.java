package openweights.stories.corpus;

import java.util.List;
import java.util.function.Predicate;

/**
 * The rules of a story: who is there, who has what, what happens. A {@link Questions question} with
 * its answer ends the story.
 *
 * <p>Every choice shows in the next words, so each text has exactly one derivation. Every choice is
 * possible in the story's world: nobody gives away what they do not have. Names, colors, spots and
 * rooms are mentioned again at varying distances, so a model that learns to write these stories
 * learns to look things up.
 */
final class Grammar {

    private static final int MAX_EVENTS = 4;

    private final StoryContext context;
    private final World world = new World();

    Grammar(StoryContext context) {
        this.context = context;
    }

    /** Derives one story. */
    void derive() {
        String room = opening();
        thing();
        events(room);
        context.say(" ");
        new Questions(context, world).ask();
    }

    /** One day, Anna was in the kitchen. Ben was in the kitchen too. Returns the room. */
    private String opening() {
        context.word(Words.TIMES);
        context.say(", ");
        String first = context.word(Words.NAMES);
        context.say(" was in the ");
        String room = context.word(Words.ROOMS);
        context.say(". ");
        String second = context.word(without(Words.NAMES, first::equals));
        context.say(" was in the " + room + " too.");
        world.people.add(new Person(first, room));
        world.people.add(new Person(second, room));
        return room;
    }

    /** Anna had a red ball. Or: There was a red ball on the table. */
    private void thing() {
        int owner = context.pick(2, 2, 3);
        boolean held = owner < world.people.size();
        context.say(held ? " " + world.people.get(owner).name + " had a " : " There was a ");
        String color = context.word(Words.COLORS);
        context.say(" ");
        Thing thing = new Thing(color, context.word(without(Words.THINGS, world::hasThing)));
        if (held) {
            thing.giveTo(world.people.get(owner));
        } else {
            context.say(" ");
            thing.putDown(context.word(Words.SPOTS));
        }
        context.say(".");
        world.things.add(thing);
    }

    private void events(String room) {
        int count = 0;
        do {
            event(room);
            count++;
        } while (count < MAX_EVENTS && context.pick(2, 1) == 0);
    }

    /** Things change hands only in the first room; a person elsewhere can only go on. */
    private void event(String room) {
        Person actor = context.pick(world.people);
        context.say(" " + actor.name);
        boolean inRoom = actor.room.equals(room);
        boolean holds = !world.heldBy(actor).isEmpty();
        boolean otherInRoom = world.other(actor).room.equals(room);
        int put = inRoom && holds ? 3 : 0;
        int give = inRoom && holds && otherInRoom ? 3 : 0;
        int take = inRoom && !world.lying().isEmpty() ? 4 : 0;
        switch (context.pick(put, give, take, 2)) {
            case 0 -> put(actor);
            case 1 -> give(actor);
            case 2 -> take(actor);
            default -> go(actor);
        }
        context.say(".");
    }

    /** Anna put the red ball on the table. */
    private void put(Person actor) {
        Thing thing = context.pick(world.heldBy(actor));
        context.say(" put the " + thing + " ");
        thing.putDown(context.word(Words.SPOTS));
    }

    /** Anna gave the red ball to Ben. */
    private void give(Person actor) {
        Thing thing = context.pick(world.heldBy(actor));
        Person other = world.other(actor);
        context.say(" gave the " + thing + " to " + other.name);
        thing.giveTo(other);
    }

    /** Anna took the red ball from the table. */
    private void take(Person actor) {
        Thing thing = context.pick(world.lying());
        context.say(" took the " + thing + " from " + Words.withoutPreposition(thing.spot));
        thing.giveTo(actor);
    }

    /** Anna went from the kitchen to the attic. */
    private void go(Person actor) {
        context.say(" went from the " + actor.room + " to the ");
        actor.room = context.word(without(Words.ROOMS, actor.room::equals));
    }

    private static List<String> without(List<String> all, Predicate<String> not) {
        return all.stream().filter(not.negate()).toList();
    }
}
