package openweights.engine.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tensors whose rows are not whole blocks of the type that was asked for. */
public final class Replaced {

    private final String asked;
    private final int numbers;
    private final Map<String, List<String>> names = new TreeMap<>();

    /**
     * @param asked the type that was asked for
     * @param numbers how many of them its blocks hold
     */
    public Replaced(String asked, int numbers) {
        this.asked = asked;
        this.numbers = numbers;
    }

    /** A tensor that gets the type {@code instead}. */
    public void add(String tensor, String instead) {
        names.computeIfAbsent(instead, type -> new ArrayList<>()).add(tensor);
    }

    /** A line for each type that takes the place of the one that was asked for. */
    public List<String> notes() {
        return names.entrySet().stream()
                .map(
                        each ->
                                "%s %s instead of %s, which stores blocks of %d numbers: the rows cannot be cut into whole blocks."
                                        .formatted(
                                                some(each.getValue(), "becomes", "become"),
                                                each.getKey(),
                                                asked,
                                                numbers))
                .toList();
    }

    /** The tensors as the subject of a sentence: all if there is one, otherwise their number. */
    public static String some(List<String> tensors, String one, String several) {
        return tensors.size() == 1
                ? tensors.get(0) + " " + one
                : "%d tensors, such as %s, %s".formatted(tensors.size(), tensors.get(0), several);
    }
}
