package openweights.grading.student;

import openweights.course.exercise.plain.Plain;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import org.jspecify.annotations.Nullable;

/** Describes what the student's code threw; even asking for its message may fail in any way. */
final class Thrown {

    private static final int MAX_LENGTH = 2000;

    private Thrown() {}

    static Message message(Throwable thrown) {
        return Message.of(MessageType.THROWN, thrown.getClass().getName(), text(thrown));
    }

    private static @Nullable String text(Throwable thrown) {
        try {
            String text = thrown.getMessage();
            return text == null || text.length() <= MAX_LENGTH
                    ? text
                    : text.substring(0, MAX_LENGTH);
        } catch (Throwable e) {
            return "(reading its message failed)";
        }
    }

    /** Whether converting a value to a plain one threw it, not the student's code. */
    static boolean isFromConversion(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith(Plain.class.getPackageName() + ".");
    }
}
