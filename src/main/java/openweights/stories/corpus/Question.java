package openweights.stories.corpus;

/** What a story asks at its end. */
public enum Question {
    // Stories about whereabouts.
    WHERE_IS_THE_THING,
    WHO_HAS_THE_THING,
    WHAT_COLOUR_IS_THE_THING,
    WHERE_IS_THE_PERSON,
    WHAT_DOES_THE_PERSON_HAVE,

    // Stories about treasure hunts.
    WHERE_WAS_THE_THING,
    WHAT_COLOUR_WAS_THE_THING,
    WHO_TOOK_THE_THING
}
