package openweights.stories.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The kinds of story that the course can write: each has its rules and its version. */
enum Kind {
    /** Who has what and where; what the course's models learn. */
    WHEREABOUTS("whereabouts", 3, teller -> new Grammar(teller).tell()),
    /** What was hidden where, and who took it; what a trained model can learn besides. */
    HUNTS("hunts", 1, TreasureHuntStory::tell);

    private final String title;
    private final int version;
    private final Consumer<StoryContext> rules;

    /**
     * @param version part of every recipe; raise it with every change of the rules or their words
     */
    Kind(String title, int version, Consumer<StoryContext> rules) {
        this.title = title;
        this.version = version;
        this.rules = rules;
    }

    /**
     * @throws IllegalArgumentException if there is none of that name
     */
    static Kind named(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title.equals(title))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no corpus called \"%s\"; there are %s."
                                                .formatted(title, titles())));
    }

    /** All names, the course's own corpus first. */
    static List<String> all() {
        return Arrays.stream(values()).map(kind -> kind.title).toList();
    }

    private static String titles() {
        return all().stream().map(title -> '"' + title + '"').collect(Collectors.joining(" and "));
    }

    String title() {
        return title;
    }

    int version() {
        return version;
    }

    /** Tells one story. */
    void derive(StoryContext teller) {
        rules.accept(teller);
    }

    /** Draws a story. */
    Story write(SplitMix64 chance) {
        StoryWriter writing = new StoryWriter(chance);
        derive(writing);
        return writing.story();
    }
}
