package openweights.course.markdown;

/**
 * One thing to mend in a text.
 *
 * @param file as authors name it, such as {@code lessons/03-a-tiny-network-learns.md}
 * @param line counted from 1
 * @param message what is wrong, what was found, what to do next
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
