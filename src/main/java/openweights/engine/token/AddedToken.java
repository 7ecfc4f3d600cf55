package openweights.engine.token;

import openweights.engine.token.json.Part;

/**
 * A token that is matched in the text itself, before the text is split.
 *
 * @param singleWord matches only where no word character is next to it
 * @param stripLeft also takes the spaces before it
 * @param stripRight also takes the spaces after it
 * @param normalized matched in the normalized text
 * @param special omitted when ids are decoded for a reader
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
