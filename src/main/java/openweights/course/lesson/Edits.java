package openweights.course.lesson;

import java.util.Map;
import java.util.TreeMap;

/**
 * Replacements in a text. They are collected first and applied together, so that positions stay
 * valid.
 */
final class Edits {

    /** Maps the start of each passage to its end and its replacement. */
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
