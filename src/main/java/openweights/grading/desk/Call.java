package openweights.grading.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a browser asks for.
 *
 * @param post whether it sends something
 * @param path the parts of the path after the token
 * @param values of the query, and of the form if one was sent
 */
record Call(boolean post, List<String> path, Map<String, String> values) {

    /**
     * @throws Refusal if what no browser sends was sent
     */
    static Call of(boolean post, List<String> path, String query, String form) {
        Map<String, String> values = new HashMap<>();
        read(query, values);
        read(form, values);
        return new Call(post, path, values);
    }

    private static void read(String encoded, Map<String, String> values) {
        for (String each : encoded.split("&")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                values.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IllegalArgumentException e) {
            throw new Refusal("The address or the form has a % that is followed by no number.");
        }
    }

    /** A part of the path; empty if there are fewer. */
    String part(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
