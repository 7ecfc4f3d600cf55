package openweights.grading.student;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/**
 * The process-wide settings that a student's code can change, as they were at the start: streams,
 * locale, time zone, system properties.
 */
final class ProcessState {

    private final Properties properties = (Properties) System.getProperties().clone();
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final CapturedOutput printed = new CapturedOutput();

    ProcessState() {
        redirectStreams();
    }

    /**
     * Restores everything.
     *
     * @return false if a thread of the student's is still running, which cannot be undone
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
                                                .anyMatch(ProcessState::isOfCell));
    }

    /** One cell's locale or streams must not fail the tests of the next cell. */
    void afterCell() {
        redirectStreams();
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static boolean isOfCell(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.");
    }

    private void redirectStreams() {
        System.setIn(InputStream.nullInputStream());
        System.setOut(printed.stream());
        System.setErr(printed.stream());
    }

    String takePrinted() {
        return printed.take();
    }
}
