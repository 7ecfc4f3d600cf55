package openweights.course.notebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two lines of output agree, even if different machines produced them.
 *
 * <p>Words and whole numbers must be equal. Numbers with a fraction or an exponent may differ by a
 * relative 1e-3 or an absolute 1e-6, because processors differ in the last digits. With three or
 * more digits they may also differ by one in the last digit, because rounding can go either way.
 * Embedded images are compared by {@link Pictures}.
 */
final class Likeness {

    private static final double RELATIVE = 1e-3;
    private static final double ABSOLUTE = 1e-6;
    private static final int DIGITS_THAT_MAY_FLIP = 3;

    private static final Pattern TOKEN =
            Pattern.compile(
                    "data:image/[\\w+.-]+;base64,[A-Za-z0-9+/=]+"
                            + "|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?"
                            + "|[^\\d]");

    private Likeness() {}

    static boolean holds(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        List<String> left = tokens(one);
        List<String> right = tokens(other);
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!alike(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (one.startsWith("data:") && other.startsWith("data:")) {
            return Pictures.alike(one, other);
        }
        return isFraction(one)
                && isFraction(other)
                && near(new BigDecimal(one), new BigDecimal(other));
    }

    private static boolean isFraction(String token) {
        return Character.isDigit(token.charAt(0)) && !token.matches("\\d+");
    }

    private static boolean near(BigDecimal one, BigDecimal other) {
        double difference = one.subtract(other).abs().doubleValue();
        double size = Math.max(one.doubleValue(), other.doubleValue());
        boolean sameDigits = one.scale() == other.scale();
        boolean manyDigits = Math.max(one.precision(), other.precision()) >= DIGITS_THAT_MAY_FLIP;
        boolean flipped =
                sameDigits && manyDigits && difference <= one.ulp().doubleValue() * (1 + 1e-9);
        return difference <= Math.max(RELATIVE * size, ABSOLUTE) || flipped;
    }

    private static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(line);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }
}
