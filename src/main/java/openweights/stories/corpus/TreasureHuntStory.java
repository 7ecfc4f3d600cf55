package openweights.stories.corpus;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a story about a treasure hunt: a thing is in one room, two people are in others, and
 * one of them may take it. A question with its answer ends the story.
 *
 * <p>The words are those of the whereabouts stories, so a model trained on these knows them. The
 * sentences and most of the questions are new.
 */
final class TreasureHuntStory {

    private static final int MAX_EVENTS = 3;

    private final StoryContext context;
    private final World world = new World();
    private final Thing treasure;
    private final String hidingPlace;
    private @Nullable Person finder;

    private TreasureHuntStory(StoryContext context, Thing treasure, String hidingPlace) {
        this.context = context;
        this.treasure = treasure;
        this.hidingPlace = hidingPlace;
    }

    /** Derives one story. */
    static void derive(StoryContext context) {
        hide(context).derive();
    }

    private void derive() {
        String first = person(Words.NAMES);
        person(without(Words.NAMES, first));
        int count = 0;
        do {
            event();
            count++;
        } while (count < MAX_EVENTS && context.pick(1, 1) == 0);
        context.say(" ");
        ask();
    }

    /** There was a red ball in the attic. */
    private static TreasureHuntStory hide(StoryContext context) {
        context.say("There was a ");
        String color = context.word(Words.COLORS);
        context.say(" ");
        Thing treasure = new Thing(color, context.word(Words.THINGS));
        context.say(" in the ");
        String hidingPlace = context.word(Words.ROOMS);
        context.say(".");
        return new TreasureHuntStory(context, treasure, hidingPlace);
    }

    /** Anna was in the barn. */
    private String person(List<String> names) {
        context.say(" ");
        String name = context.word(names);
        context.say(" was in the ");
        Person person = new Person(name, context.word(without(Words.ROOMS, hidingPlace)));
        context.say(".");
        world.people.add(person);
        return name;
    }

    private void event() {
        Person actor = context.pick(world.people);
        context.say(" " + actor.name);
        if (context.pick(finder == null ? 2 : 0, 1) == 0) {
            take(actor);
        } else {
            go(actor);
        }
    }

    /** Anna took the red ball from the attic. */
    private void take(Person actor) {
        context.say(" took the " + treasure + " from the " + hidingPlace + ".");
        actor.room = hidingPlace;
        finder = actor;
    }

    /** Anna went from the barn to the shed. */
    private void go(Person actor) {
        context.say(" went from the " + actor.room + " to the ");
        actor.room = context.word(without(Words.ROOMS, actor.room));
        context.say(".");
    }

    private void ask() {
        switch (context.pick(1, 1, 2, 2)) {
            case 0 -> whereWasTheThing();
            case 1 -> whatColourWasTheThing();
            case 2 -> whoTookTheThing();
            default -> whereIsThePerson();
        }
    }

    private void whereWasTheThing() {
        context.say("Where was the " + treasure + "? ");
        answer(
                Question.WHERE_WAS_THE_THING,
                room -> "The " + treasure + " was in the " + room + ".",
                hidingPlace,
                Words.ROOMS.stream());
    }

    private void whatColourWasTheThing() {
        context.say("What colour was the " + treasure.noun + "? ");
        answer(
                Question.WHAT_COLOUR_WAS_THE_THING,
                color -> "The " + treasure.noun + " was " + color + ".",
                treasure.color,
                Words.COLORS.stream());
    }

    private void whoTookTheThing() {
        context.say("Who took the " + treasure + "? ");
        answer(
                Question.WHO_TOOK_THE_THING,
                name -> name + " took the " + treasure + ".",
                finder == null ? "Nobody" : finder.name,
                Stream.concat(Stream.of("Nobody"), world.people.stream().map(p -> p.name)));
    }

    /** Whoever took the treasure is where it was, unless they went on. */
    private void whereIsThePerson() {
        Person person = context.pick(world.people);
        context.say("Where is " + person.name + "? ");
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
        context.answer(question, sentence.apply(right), () -> possible.map(sentence).toList());
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }
}
