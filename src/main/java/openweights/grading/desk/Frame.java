package openweights.grading.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.base.HtmlTemplate;

/** What all pages of the desk have in common: head, navigation, and the help about keys. */
final class Frame {

    private static final HtmlTemplate PAGE = HtmlTemplate.of(Frame.class, "page.html");

    /** A page in the navigation. */
    private record Place(String path, String name) {}

    private static final List<Place> PLACES =
            List.of(
                    new Place("", "Students"),
                    new Place("groups", "Equal answers"),
                    new Place("rubric", "Rubric"),
                    new Place("copies", "Copies"),
                    new Place("numbers", "Numbers"),
                    new Place("history", "History"));

    private final Desk desk;
    private final String root;

    /**
     * @param root the path of the first page, with the token
     */
    Frame(Desk desk, String root) {
        this.desk = desk;
        this.root = root;
    }

    /**
     * A whole page.
     *
     * @param place where it belongs in the navigation
     * @param notice what has just happened; empty for nothing
     */
    String page(String place, String title, String notice, String body) {
        Map<String, Object> values = new HashMap<>();
        values.put("root", root);
        values.put("title", title);
        values.put("exercise", desk.exercise().id());
        values.put("exerciseTitle", desk.exercise().title());
        values.put("by", desk.by());
        values.put("hidden", desk.namesHidden());
        values.put("places", places(place));
        values.put("place", place.isEmpty() ? "students" : place);
        values.put("notice", notice.isEmpty() ? List.of() : List.of(Map.of("words", notice)));
        values.put("body", body);
        return PAGE.fill(values);
    }

    private static List<Map<String, Object>> places(String here) {
        List<Map<String, Object>> places = new ArrayList<>();
        for (Place each : PLACES) {
            places.add(
                    Map.of(
                            "path", each.path(),
                            "name", each.name(),
                            "here", each.path().equals(here)));
        }
        return places;
    }

    String root() {
        return root;
    }
}
