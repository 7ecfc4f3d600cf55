package openweights.stories.corpus;

import java.util.List;

/** The words that fill the sentences of the {@link Grammar}. */
final class Words {

    static final List<String> NAMES =
            List.of(
                    "Anna", "Ben", "Clara", "Dan", "Emma", "Finn", "Grace", "Hugo", "Ivy", "Jack",
                    "Kate", "Leo");

    static final List<String> COLORS =
            List.of("red", "blue", "green", "yellow", "white", "black", "brown", "pink");

    static final List<String> THINGS =
            List.of(
                    "ball", "bell", "book", "coin", "cup", "drum", "hat", "key", "kite", "lamp",
                    "map", "shell");

    /** Each as in "Anna went to the kitchen". */
    static final List<String> ROOMS =
            List.of("kitchen", "hall", "attic", "cellar", "workshop", "library", "barn", "shed");

    /** Places for a thing that any room has. */
    static final List<String> SPOTS =
            List.of(
                    "on the table",
                    "on the chair",
                    "on the bench",
                    "on the shelf",
                    "on the floor",
                    "in the basket",
                    "in the box",
                    "in the drawer");

    static final List<String> TIMES =
            List.of("One day", "One morning", "One evening", "On Monday", "On Friday", "On Sunday");

    private Words() {}

    /** "on the table" without the first word. */
    static String withoutPreposition(String spot) {
        return spot.substring(spot.indexOf(' ') + 1);
    }
}
