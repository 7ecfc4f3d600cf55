package openweights.course.lesson;

import java.util.Map;
import java.util.TreeMap;

/** Replacements in a text, collected first and made at once, so that all places stay true. */
final class Edits {

    /** Start of each passage -> its end and what comes in its place. */
    private final TreeMap<Integer, Map.Entry<Integer, String>> passages = new TreeMap<>();

    void replace(int start, int end, String replacement) {
        passages.put(start, Map.entry(end, replacement));
    }

    String applyTo(String text) {
        StringBuilder edited = new StringBuilder(text);
        passages.descendingMap()
                .forEach((start, edit) -> edited.replace(start, edit.getKey(), edit.getValue()));
        return edited.toString();
    }
}
