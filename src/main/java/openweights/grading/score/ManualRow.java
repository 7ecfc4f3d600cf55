package openweights.grading.score;

import openweights.grading.decision.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of points by hand. All fields are text, because people write them.
 *
 * @param points that the person gives; blank for none yet
 * @param max points of the question when the row was added
 * @param comment for the student
 * @param why the question needs review
 * @param tests points that the tests gave when the row was added
 * @param answer as the student wrote it
 * @param submission SHA-256 of the file
 * @param desk what the desk had decided when the table was written: its points and its comment
 */
record ManualRow(
        String student,
        String question,
        String points,
        String max,
        String comment,
        String why,
        @Nullable String tests,
        @Nullable String answer,
        String file,
        String submission,
        @Nullable String desk) {

    Answer about() {
        return new Answer(student, question, submission);
    }

    boolean isOpen() {
        return points.isBlank();
    }

    double given() {
        return Double.parseDouble(number(points));
    }

    /** Whether the points are blank, or a number from 0 to the maximum. */
    boolean isValid() {
        return isOpen()
                || (isNumber(number(points))
                        && isNumber(number(max))
                        && given() <= Double.parseDouble(number(max)));
    }

    /** What the row says: {@code 4: well done}, {@code 4}, or nothing. */
    String words() {
        return isOpen() ? "" : words(Grade.format(given()), comment);
    }

    /** What the row would say if nobody had changed it since the desk's decision was written. */
    String fromDesk() {
        return desk == null ? "" : desk;
    }

    ManualRow withDesk(String given, String why) {
        return new ManualRow(
                student,
                question,
                given,
                max,
                why,
                this.why,
                tests,
                answer,
                file,
                submission,
                words(given, why));
    }

    private static String words(String points, String comment) {
        return comment.isBlank() ? points : points + ": " + comment.strip();
    }

    /** Spreadsheets in many languages write decimals with a comma. */
    private static String number(String text) {
        return text.strip().replace(',', '.');
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+(\\.\\d+)?");
    }
}
