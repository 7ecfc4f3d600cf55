package openweights.grading.student;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/**
 * What a student's code can change for the whole process, and how it was at the start: streams,
 * language, time zone, properties.
 */
final class ProcessState {

    private final Properties properties = (Properties) System.getProperties().clone();
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final CapturedOutput printed = new CapturedOutput();

    ProcessState() {
        streams();
    }

    /**
     * Puts everything back.
     *
     * @return whether no thread of the student's is left, which cannot be undone
     */
    boolean restore() {
        afterCell();
        System.setProperties((Properties) properties.clone());
        printed.take();
        return Thread.getAllStackTraces().entrySet().stream()
                .noneMatch(
                        each ->
                                each.getKey() != Thread.currentThread()
                                        && Arrays.stream(each.getValue())
                                                .anyMatch(ProcessState::ofCell));
    }

    /** One cell's language or streams shall not fail the next one's question. */
    void afterCell() {
        streams();
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static boolean ofCell(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.");
    }

    private void streams() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(printed.stream());
        System.setErr(printed.stream());
    }

    String takePrinted() {
        return printed.take();
    }
}
