package openweights.grading.student;

import openweights.grading.protocol.Message;
import org.jspecify.annotations.Nullable;

/** What the student's code threw, as words; asking it may itself go wrong in any way. */
final class Thrown {

    private static final int LONGEST = 2000;

    private Thrown() {}

    static Message message(Throwable thrown) {
        return Message.of("thrown", thrown.getClass().getName(), words(thrown));
    }

    private static @Nullable String words(Throwable thrown) {
        try {
            String words = thrown.getMessage();
            return words == null || words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        } catch (Throwable e) {
            return "(its message cannot be had)";
        }
    }

    /** Whether it comes from turning a value into a plain one, not from the student's code. */
    static boolean here(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith("openweights.course.exercise.plain.");
    }
}
