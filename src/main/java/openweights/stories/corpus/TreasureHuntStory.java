package openweights.stories.corpus;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a story about a treasure hunt: something lies in a room, two people are elsewhere,
 * and one of them may take it. Then comes a question with its answer.
 *
 * <p>All words are those of the other stories, so a model that has learned these knows the words.
 * What is new is how they go together, and most of what is asked.
 */
final class TreasureHuntStory {

    private static final int MAX_EVENTS = 3;

    private final StoryContext tell;
    private final World world = new World();
    private final Thing treasure;
    private final String hidden;
    private @Nullable Person finder;

    private TreasureHuntStory(StoryContext tell, Thing treasure, String hidden) {
        this.tell = tell;
        this.treasure = treasure;
        this.hidden = hidden;
    }

    /** Tells one story. */
    static void tell(StoryContext teller) {
        hide(teller).tell();
    }

    private void tell() {
        String first = person(Words.NAMES);
        person(without(Words.NAMES, first));
        int count = 0;
        do {
            event();
            count++;
        } while (count < MAX_EVENTS && tell.pick(1, 1) == 0);
        tell.say(" ");
        ask();
    }

    /** There was a red ball in the attic. */
    private static TreasureHuntStory hide(StoryContext tell) {
        tell.say("There was a ");
        String color = tell.word(Words.COLORS);
        tell.say(" ");
        Thing treasure = new Thing(color, tell.word(Words.THINGS));
        tell.say(" in the ");
        String hidden = tell.word(Words.ROOMS);
        tell.say(".");
        return new TreasureHuntStory(tell, treasure, hidden);
    }

    /** Anna was in the barn. */
    private String person(List<String> names) {
        tell.say(" ");
        String name = tell.word(names);
        tell.say(" was in the ");
        Person person = new Person(name, tell.word(without(Words.ROOMS, hidden)));
        tell.say(".");
        world.people.add(person);
        return name;
    }

    private void event() {
        Person actor = tell.pick(world.people);
        tell.say(" " + actor.name);
        if (tell.pick(finder == null ? 2 : 0, 1) == 0) {
            take(actor);
        } else {
            go(actor);
        }
    }

    /** Anna took the red ball from the attic. */
    private void take(Person actor) {
        tell.say(" took the " + treasure + " from the " + hidden + ".");
        actor.room = hidden;
        finder = actor;
    }

    /** Anna went from the barn to the shed. */
    private void go(Person actor) {
        tell.say(" went from the " + actor.room + " to the ");
        actor.room = tell.word(without(Words.ROOMS, actor.room));
        tell.say(".");
    }

    private void ask() {
        switch (tell.pick(1, 1, 2, 2)) {
            case 0 -> whereWasTheThing();
            case 1 -> whatColourWasTheThing();
            case 2 -> whoTookTheThing();
            default -> whereIsThePerson();
        }
    }

    private void whereWasTheThing() {
        tell.say("Where was the " + treasure + "? ");
        answer(
                Question.WHERE_WAS_THE_THING,
                room -> "The " + treasure + " was in the " + room + ".",
                hidden,
                Words.ROOMS.stream());
    }

    private void whatColourWasTheThing() {
        tell.say("What colour was the " + treasure.noun + "? ");
        answer(
                Question.WHAT_COLOUR_WAS_THE_THING,
                color -> "The " + treasure.noun + " was " + color + ".",
                treasure.color,
                Words.COLORS.stream());
    }

    private void whoTookTheThing() {
        tell.say("Who took the " + treasure + "? ");
        answer(
                Question.WHO_TOOK_THE_THING,
                name -> name + " took the " + treasure + ".",
                finder == null ? "Nobody" : finder.name,
                Stream.concat(Stream.of("Nobody"), world.people.stream().map(p -> p.name)));
    }

    /** Whoever took the treasure is where it was, unless they went on. */
    private void whereIsThePerson() {
        Person person = tell.pick(world.people);
        tell.say("Where is " + person.name + "? ");
        answer(
                Question.WHERE_IS_THE_PERSON,
                room -> person.name + " is in the " + room + ".",
                person.room,
                Words.ROOMS.stream());
    }

    private void answer(
            Question question,
            Function<String, String> sentence,
            String right,
            Stream<String> possible) {
        tell.answer(question, sentence.apply(right), () -> possible.map(sentence).toList());
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }
}
