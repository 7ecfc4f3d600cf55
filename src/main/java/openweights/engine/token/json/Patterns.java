package openweights.engine.token.json;

import java.util.regex.PatternSyntaxException;
import openweights.base.TerminalText;
import openweights.engine.token.text.Finder;
import openweights.engine.token.text.Regex;

/** Reads a pattern: {@code {"String": " "}} or {@code {"Regex": "\\s+"}}. */
public final class Patterns {

    private static final int SHOWN = 200;

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
            String place = e.getIndex() < 0 ? "" : ", at character " + e.getIndex();
            String shown = TerminalText.printable(part.text(), SHOWN);
            throw part.wrong(
                    "the regular expression cannot be used: "
                            + e.getDescription()
                            + place
                            + " of "
                            + shown);
        }
    }
}
