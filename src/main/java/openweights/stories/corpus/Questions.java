package openweights.stories.corpus;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The question at the end of a story, and its answer. */
final class Questions {

    private final StoryContext context;
    private final World world;

    Questions(StoryContext context, World world) {
        this.context = context;
        this.world = world;
    }

    void ask() {
        switch (context.pick(3, 2, 1, 4, 3)) {
            case 0 -> whereIsTheThing();
            case 1 -> whoHasTheThing();
            case 2 -> whatColourIsTheThing();
            case 3 -> whereIsThePerson();
            default -> whatDoesThePersonHave();
        }
    }

    private void whereIsTheThing() {
        Thing thing = context.pick(world.things);
        context.say("Where is the " + thing + "? ");
        String is = "The " + thing + " is ";
        String has = " has the " + thing + ".";
        context.answer(
                Question.WHERE_IS_THE_THING,
                thing.holder == null ? is + thing.spot + "." : thing.holder.name + has,
                () ->
                        Stream.concat(
                                        Words.SPOTS.stream().map(spot -> is + spot + "."),
                                        names().map(name -> name + has))
                                .toList());
    }

    private void whoHasTheThing() {
        Thing thing = context.pick(world.things);
        context.say("Who has the " + thing + "? ");
        String has = " has the " + thing + ".";
        context.answer(
                Question.WHO_HAS_THE_THING,
                (thing.holder == null ? "Nobody" : thing.holder.name) + has,
                () -> Stream.concat(Stream.of("Nobody"), names()).map(name -> name + has).toList());
    }

    private void whatColourIsTheThing() {
        Thing thing = context.pick(world.things);
        context.say("What colour is the " + thing.noun + "? ");
        String is = "The " + thing.noun + " is ";
        context.answer(
                Question.WHAT_COLOUR_IS_THE_THING,
                is + thing.color + ".",
                () -> Words.COLORS.stream().map(color -> is + color + ".").toList());
    }

    private void whereIsThePerson() {
        Person person = context.pick(world.people);
        context.say("Where is " + person.name + "? ");
        String is = person.name + " is in the ";
        context.answer(
                Question.WHERE_IS_THE_PERSON,
                is + person.room + ".",
                () -> Words.ROOMS.stream().map(room -> is + room + ".").toList());
    }

    private void whatDoesThePersonHave() {
        Person person = context.pick(world.people);
        context.say("What does " + person.name + " have? ");
        String has = person.name + " has ";
        context.answer(
                Question.WHAT_DOES_THE_PERSON_HAVE,
                has + list(world.heldBy(person)) + ".",
                () -> subsets(world.things).map(some -> has + list(some) + ".").toList());
    }

    private Stream<String> names() {
        return world.people.stream().map(person -> person.name);
    }

    private static Stream<List<Thing>> subsets(List<Thing> all) {
        return IntStream.range(0, 1 << all.size())
                .mapToObj(
                        bits ->
                                IntStream.range(0, all.size())
                                        .filter(i -> (bits >> i & 1) == 1)
                                        .mapToObj(all::get)
                                        .toList());
    }

    /** Such as "the red ball and the blue cup", or "nothing". */
    private static String list(List<Thing> some) {
        return some.isEmpty()
                ? "nothing"
                : some.stream().map(thing -> "the " + thing).collect(Collectors.joining(" and "));
    }
}
