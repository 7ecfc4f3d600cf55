package openweights.grading.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    private static final String USUAL =
            """
            double mean(double[] values) {
                double sum = 0;
                for (double value : values) {
                    sum += value;
                }
                return sum / values.length;
            }
            """;

    private static final String ODD =
            """
            double mean(double[] values) {
                double[] copy = new double[values.length + 1];
                int at = 0;
                while (at < values.length) { copy[at + 1] = copy[at] + values[at]; at++; }
                return copy[values.length] / (double) at;
            }
            """;

    /** The same with other names, other layout, and comments. */
    private static final String ODD_RENAMED =
            """
            // my own idea
            double mean(double[] v)
            {
                double[] sums = new double[v.length + 1]; int i = 0;
                while (i < v.length) {
                    sums[i + 1] = sums[i] + v[i]; // running
                    i++;
                }
                return sums[v.length] / (double) i;
            }
            """;

    private static Map<String, String> usual(int students) {
        Map<String, String> code = new TreeMap<>();
        for (int i = 0; i < students; i++) {
            code.put("student " + i, USUAL);
        }
        return code;
    }

    @Test
    void whatManyShareSaysNothing() {
        assertEquals(List.of(), Similarity.pairs(usual(30), List.of()));
    }

    @Test
    void whatOnlyTwoHaveIsFoundUnderOtherNames() {
        Map<String, String> code = usual(30);
        code.put("ann", ODD);
        code.put("bob", ODD_RENAMED);
        List<Pair> pairs = Similarity.pairs(code, List.of());
        assertEquals(1, pairs.size());
        Pair pair = pairs.get(0);
        assertEquals(List.of("ann", "bob"), List.of(pair.student(), pair.other()));
        assertTrue(pair.share() > 0.95, pair.toString());
        assertEquals(Set.of(1, 2, 3, 4, 5, 6), pair.lines());
        assertTrue(pair.otherLines().containsAll(Set.of(2, 4, 5, 6, 7, 9)), pair.toString());
    }

    @Test
    void whatWasHandedOutDoesNotCount() {
        Map<String, String> code = usual(30);
        code.put("ann", ODD);
        code.put("bob", ODD_RENAMED);
        assertEquals(List.of(), Similarity.pairs(code, List.of(ODD)));
    }

    @Test
    void aSharedHelperIsFoundAmongDifferentAnswers() {
        String helper =
                "double[] scaled(double[] row, double by) {\n    return java.util.Arrays.stream(row).map(x -> x * by + 1 - 1).toArray();\n}\n";
        Map<String, String> code = usual(30);
        code.put("ann", USUAL + helper);
        code.put("bob", ODD + helper.replace("row", "line"));
        Pair pair = Similarity.pairs(code, List.of()).get(0);
        assertEquals("ann", pair.student());
        assertTrue(pair.lines().containsAll(Set.of(8, 9)), pair.toString());
    }
}
