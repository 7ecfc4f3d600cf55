package openweights.stories.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import openweights.base.UserException;

/** The kinds of story; each has its rules and its version. */
enum Kind {
    /** Who has what and where; the corpus of the course's models. */
    WHEREABOUTS("whereabouts", 3, context -> new Grammar(context).derive()),
    /** What was hidden where, and who took it; what a trained model can learn next. */
    HUNTS("hunts", 1, TreasureHuntStory::derive);

    private final String title;
    private final int version;
    private final Consumer<StoryContext> rules;

    /**
     * @param version is part of every recipe; increment it with every change of the rules or words
     */
    Kind(String title, int version, Consumer<StoryContext> rules) {
        this.title = title;
        this.version = version;
        this.rules = rules;
    }

    /**
     * The kind of a name.
     *
     * @throws UserException if there is none of that name
     */
    static Kind named(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title.equals(title))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserException(
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

    /** Derives one story. */
    void derive(StoryContext context) {
        rules.accept(context);
    }

    /** Writes a random story. */
    Story write(SplitMix64 random) {
        StoryWriter writer = new StoryWriter(random);
        derive(writer);
        return writer.story();
    }
}
