package openweights.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of a story: who is there, who has what, what happens, a question and its answer.
 *
 * <p>Every choice follows from what was said before it, so that each text can be written in one way
 * only. Every choice is possible in the world of the story: nobody gives what they do not have.
 */
final class Grammar {

    private static final int QUESTIONS = 1;

    private final Teller tell;
    private final List<Person> people = new ArrayList<>();
    private final List<Thing> things = new ArrayList<>();
    private String room = "";

    Grammar(Teller teller) {
        tell = teller;
    }

    /** Draws a story. */
    static Story write(Chance chance) {
        Writing writing = new Writing(chance);
        new Grammar(writing).tell();
        return writing.story();
    }

    /** Tells one story. */
    void tell() {
        opening();
        things();
        events();
        questions();
    }

    /** One day, Anna and Ben were in the kitchen. */
    private void opening() {
        word(Words.TIMES);
        tell.say(", ");
        String first = word(Words.NAMES);
        tell.say(" was in the ");
        room = word(Words.ROOMS);
        tell.say(". ");
        String second = word(others(Words.NAMES, name -> name.equals(first)));
        tell.say(" was in the " + room + " too.");
        people.add(new Person(first, room));
        people.add(new Person(second, room));
    }

    private void things() {
        int count = 1;
        for (int i = 0; i < count; i++) {
            thing();
        }
    }

    /** Anna had a red ball. Or: There was a red ball on the table. */
    private void thing() {
        int owner = tell.pick(2, 2, 3);
        boolean held = owner < people.size();
        tell.say(held ? " " + people.get(owner).name + " had a " : " There was a ");
        String colour = word(Words.COLOURS);
        tell.say(" ");
        Thing thing = new Thing(colour, word(others(Words.THINGS, this::isThere)));
        things.add(thing);
        if (held) {
            thing.giveTo(people.get(owner));
        } else {
            thing.putDown(spot());
        }
        tell.say(".");
    }

    private String spot() {
        tell.say(" ");
        return word(Words.SPOTS);
    }

    private boolean isThere(String noun) {
        return things.stream().anyMatch(thing -> thing.noun.equals(noun));
    }

    private void events() {
        int most = 3;
        for (int i = 0; i < most && !present().isEmpty(); i++) {
            if (i > 0 && tell.pick(2, 1) == 1) {
                return;
            }
            event();
        }
    }

    private List<Person> present() {
        return people.stream().filter(person -> person.room.equals(room)).toList();
    }

    private void event() {
        tell.say(" ");
        Person actor = pickPerson(present());
        List<Thing> held = held(actor);
        List<Thing> lying = things.stream().filter(thing -> thing.holder == null).toList();
        boolean company = present().size() > 1;
        int put = held.isEmpty() ? 0 : 3;
        int give = held.isEmpty() || !company ? 0 : 3;
        int take = lying.isEmpty() ? 0 : 4;
        switch (tell.pick(put, give, take, 2)) {
            case 0 -> put(held);
            case 1 -> give(actor, held);
            case 2 -> take(actor, lying);
            default -> go(actor);
        }
        tell.say(".");
    }

    /** Anna put the red ball on the table. */
    private void put(List<Thing> held) {
        tell.say(" put ");
        Thing thing = pickThing(held);
        thing.putDown(spot());
    }

    /** Anna gave the red ball to Ben. */
    private void give(Person actor, List<Thing> held) {
        tell.say(" gave ");
        Thing thing = pickThing(held);
        tell.say(" to ");
        thing.giveTo(pickPerson(others(present(), person -> person == actor)));
    }

    /** Anna took the red ball from the table. */
    private void take(Person actor, List<Thing> lying) {
        tell.say(" took ");
        Thing thing = pickThing(lying);
        tell.say(" from " + thing.spot.substring(3));
        thing.giveTo(actor);
    }

    /** Anna went to the attic. */
    private void go(Person actor) {
        tell.say(" went from the " + actor.room + " to the ");
        actor.room = word(others(Words.ROOMS, actor.room::equals));
    }

    private void questions() {
        int[] weights = {3, 2, 2, 2, 2};
        for (int i = 0; i < QUESTIONS; i++) {
            tell.say(" ");
            int kind = tell.pick(weights);
            weights = weights.clone();
            weights[kind] = 0; // each kind once
            ask(Question.values()[kind]);
        }
    }

    private void ask(Question kind) {
        switch (kind) {
            case WHERE_IS_THE_THING -> whereIsTheThing();
            case WHO_HAS_THE_THING -> whoHasTheThing();
            case WHAT_COLOUR_IS_THE_THING -> whatColourIsTheThing();
            case WHERE_IS_THE_PERSON -> whereIsThePerson();
            case WHAT_DOES_THE_PERSON_HAVE -> whatDoesThePersonHave();
        }
    }

    private void whereIsTheThing() {
        tell.say("Where is ");
        Thing thing = pickThing(things);
        tell.say("? ");
        String the = "The " + thing + " is ";
        String has = " has the " + thing + ".";
        tell.answer(
                Question.WHERE_IS_THE_THING,
                thing.holder == null ? the + thing.spot + "." : thing.holder.name + has,
                () ->
                        Stream.concat(
                                        Words.SPOTS.stream().map(spot -> the + spot + "."),
                                        people.stream().map(person -> person.name + has))
                                .toList());
    }

    private void whoHasTheThing() {
        tell.say("Who has ");
        Thing thing = pickThing(things);
        tell.say("? ");
        String has = " has the " + thing + ".";
        tell.answer(
                Question.WHO_HAS_THE_THING,
                (thing.holder == null ? "Nobody" : thing.holder.name) + has,
                () ->
                        Stream.concat(
                                        Stream.of("Nobody" + has),
                                        people.stream().map(person -> person.name + has))
                                .toList());
    }

    private void whatColourIsTheThing() {
        tell.say("What colour is the ");
        Thing thing = tell.pick(things);
        tell.say(thing.noun);
        tell.say("? ");
        String the = "The " + thing.noun + " is ";
        tell.answer(
                Question.WHAT_COLOUR_IS_THE_THING,
                the + thing.colour + ".",
                () -> Words.COLOURS.stream().map(colour -> the + colour + ".").toList());
    }

    private void whereIsThePerson() {
        tell.say("Where is ");
        Person person = pickPerson(people);
        tell.say("? ");
        String is = person.name + " is in the ";
        tell.answer(
                Question.WHERE_IS_THE_PERSON,
                is + person.room + ".",
                () -> Words.ROOMS.stream().map(in -> is + in + ".").toList());
    }

    private void whatDoesThePersonHave() {
        tell.say("What does ");
        Person person = pickPerson(people);
        tell.say(" have? ");
        String has = person.name + " has ";
        tell.answer(
                Question.WHAT_DOES_THE_PERSON_HAVE,
                has + list(held(person)) + ".",
                () -> subsets(things).map(some -> has + list(some) + ".").toList());
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

    /** The red ball and the blue cup; nothing. */
    private static String list(List<Thing> some) {
        return some.isEmpty()
                ? "nothing"
                : some.stream().map(thing -> "the " + thing).collect(Collectors.joining(" and "));
    }

    private List<Thing> held(Person person) {
        return things.stream().filter(thing -> thing.holder == person).toList();
    }

    private Person pickPerson(List<Person> some) {
        Person person = tell.pick(some);
        tell.say(person.name);
        return person;
    }

    private Thing pickThing(List<Thing> some) {
        Thing thing = tell.pick(some);
        tell.say("the " + thing);
        return thing;
    }

    private String word(List<String> words) {
        String word = tell.pick(words);
        tell.say(word);
        return word;
    }

    private static <T> List<T> others(List<T> all, Predicate<T> not) {
        return all.stream().filter(not.negate()).toList();
    }
}
