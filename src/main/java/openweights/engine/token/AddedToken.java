package openweights.engine.token;

import openweights.engine.token.json.Part;

/**
 * A token that is found in the text itself, before anything is cut.
 *
 * @param singleWord only where no word character stands next to it
 * @param stripLeft takes the spaces before it along
 * @param stripRight takes the spaces behind it along
 * @param normalized looked for in the normalized text
 * @param special left out when ids are decoded for a reader
 */
record AddedToken(
        int id,
        String content,
        boolean singleWord,
        boolean stripLeft,
        boolean stripRight,
        boolean normalized,
        boolean special) {

    static AddedToken read(Part part) {
        return new AddedToken(
                part.number("id"),
                part.text("content"),
                part.flag("single_word", false),
                part.flag("lstrip", false),
                part.flag("rstrip", false),
                part.flag("normalized", false),
                part.flag("special", false));
    }
}
