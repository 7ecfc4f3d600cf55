package openweights.course.exercise.print;

import java.util.ArrayList;
import java.util.List;
import openweights.base.Html;

/** Code on paper: numbered lines, and ruled ones to write on. */
final class Listing {

    /** Handwriting wants more room than print: one line in three, and some to cross out. */
    private static final int SPARE_LINES = 4;

    private final List<String> rows = new ArrayList<>();
    private int number;

    private Listing() {}

    /** All lines of some code. */
    static String of(String code) {
        return new Listing().lines(code.stripTrailing().lines().toList()).markup();
    }

    /** A starter whose replaced lines are ruled, with room for the solution. */
    static String toComplete(String starter, String solution) {
        List<String> given = starter.lines().toList();
        List<String> whole = solution.lines().toList();
        int shorter = Math.min(given.size(), whole.size());
        int before = 0;
        while (before < shorter && given.get(before).equals(whole.get(before))) {
            before++;
        }
        int after = 0;
        while (after < shorter - before
                && given.get(given.size() - 1 - after)
                        .equals(whole.get(whole.size() - 1 - after))) {
            after++;
        }
        int missing = whole.size() - before - after;
        return new Listing()
                .lines(given.subList(0, before))
                .ruled(missing + missing / 3 + SPARE_LINES)
                .lines(given.subList(given.size() - after, given.size()))
                .markup();
    }

    private Listing lines(List<String> code) {
        for (String each : code) {
            number++;
            rows.add(
                    "<tr><th>%d</th><td>%s</td></tr>\n"
                            .formatted(number, Html.escape(each.isEmpty() ? " " : each)));
        }
        return this;
    }

    private Listing ruled(int count) {
        for (int i = 0; i < count; i++) {
            rows.add("<tr class=\"ruled\"><th></th><td></td></tr>\n");
        }
        number += count;
        return this;
    }

    private String markup() {
        return "<table class=\"code\">\n" + String.join("", rows) + "</table>";
    }
}
