package openweights.engine.token.json;

import java.util.regex.PatternSyntaxException;
import openweights.engine.token.text.Finder;
import openweights.engine.token.text.Regex;

/** Reads a pattern: {@code {"String": " "}} or {@code {"Regex": "\\s+"}}. */
public final class Patterns {

    private Patterns() {}

    public static Finder read(Part part) {
        return part.find("Regex")
                .map(Patterns::regex)
                .orElseGet(() -> Finder.ofString(string(part)));
    }

    private static String string(Part part) {
        return part.find("String")
                .orElseThrow(() -> part.expected("{\"String\": \"...\"} or {\"Regex\": \"...\"}"))
                .text();
    }

    private static Finder regex(Part part) {
        try {
            return Regex.compile(part.text());
        } catch (PatternSyntaxException e) {
            throw part.wrong(
                    "the regular expression cannot be used: "
                            + e.getDescription()
                            + ", at character "
                            + e.getIndex()
                            + " of "
                            + part.text());
        }
    }
}
