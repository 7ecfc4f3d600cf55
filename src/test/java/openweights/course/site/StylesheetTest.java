package openweights.course.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast, as defined by WCAG 2.2, of every text color on every background in each theme. */
class StylesheetTest {

    private static final List<String> GROUNDS = List.of("paper", "panel");
    private static final List<String> TEXTS =
            List.of("ink", "quiet", "link", "comment", "string", "number", "keyword", "red");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void textHasAContrastOfAtLeastFourAndAHalf(int theme) throws IOException {
        Map<String, Integer> colors = themes().get(theme);
        for (String text : TEXTS) {
            for (String ground : GROUNDS) {
                double contrast = contrast(colors.get(text), colors.get(ground));
                assertTrue(contrast >= 4.5, text + " on " + ground + ": " + contrast);
            }
        }
        double focus = contrast(colors.get("focus"), colors.get("paper"));
        assertTrue(focus >= 3, "the frame around what has the focus: " + focus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"url(", "@import", "http", "@font-face"})
    void loadsNothingExternal(String source) throws IOException {
        assertFalse(css().contains(source));
    }

    /** The colors of the light theme, the dark theme and paper. */
    private static List<Map<String, Integer>> themes() throws IOException {
        return Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL)
                .matcher(css())
                .results()
                .map(block -> colors(block.group(1)))
                .toList();
    }

    private static Map<String, Integer> colors(String block) {
        return Pattern.compile("--(\\w+): #(\\w{3}|\\w{6});")
                .matcher(block)
                .results()
                .collect(Collectors.toMap(line -> line.group(1), StylesheetTest::color));
    }

    private static int color(MatchResult line) {
        String digits = line.group(2);
        return Integer.parseInt(
                digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits, 16);
    }

    private static double contrast(int one, int other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int color) {
        double[] shares = {0.0722, 0.7152, 0.2126}; // blue, green, red
        return IntStream.range(0, 3)
                .mapToDouble(i -> shares[i] * linear((color >> 8 * i & 0xff) / 255.0))
                .sum();
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String css() throws IOException {
        try (var css = Site.class.getResourceAsStream("style.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
