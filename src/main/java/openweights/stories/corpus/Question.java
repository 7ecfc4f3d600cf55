package openweights.stories.corpus;

import java.util.Locale;

/** What a story asks at its end. The names are keys in evaluation.json, so their spelling stays. */
public enum Question {
    // Asked by the whereabouts stories.
    WHERE_IS_THE_THING,
    WHO_HAS_THE_THING,
    WHAT_COLOUR_IS_THE_THING,
    WHERE_IS_THE_PERSON,
    WHAT_DOES_THE_PERSON_HAVE,

    // Asked by the treasure hunts.
    WHERE_WAS_THE_THING,
    WHAT_COLOUR_WAS_THE_THING,
    WHO_TOOK_THE_THING;

    /** In words, such as "who has the thing". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
