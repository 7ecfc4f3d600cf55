package openweights.grading.student;

import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/**
 * The process-wide settings that a student's code can change, as they were at the start: streams,
 * locale, time zone, system properties, and the folder that it can write.
 */
final class ProcessState {

    private final Properties properties = (Properties) System.getProperties().clone();
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final Leftovers leftovers = new Leftovers();
    private final CapturedOutput printed = new CapturedOutput();

    ProcessState() {
        redirectStreams();
    }

    /**
     * Restores everything.
     *
     * @return false if something is left that cannot be undone, such as a running thread
     */
    boolean restore() {
        afterCell();
        System.setProperties((Properties) properties.clone());
        Thread.setDefaultUncaughtExceptionHandler(null);
        printed.take();
        return leftovers.remove();
    }

    /** One cell's locale or streams must not fail the tests of the next cell. */
    void afterCell() {
        redirectStreams();
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
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
