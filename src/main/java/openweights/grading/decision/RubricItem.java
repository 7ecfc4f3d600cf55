package openweights.grading.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A reason for points that occurs again and again.
 *
 * @param points added to the points of an answer, mostly negative
 * @param words for the student
 */
public record RubricItem(String id, String question, double points, String words) {

    /** An item changes points by at most so much, up or down. */
    public static final int MOST = 1000;

    /** For the student: {@code forgets the bias (−1)}. */
    public String reason() {
        return "%s (%s)".formatted(words, signed(points));
    }

    /** Points with their sign: {@code +1}, {@code −0.5}. */
    public static String signed(double points) {
        String digits =
                BigDecimal.valueOf(Math.abs(points))
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        return (points < 0 ? "−" : "+") + digits;
    }
}
