package openweights.course.markdown;

/**
 * Something to fix in a source file.
 *
 * @param file path in the project, such as {@code lessons/03-a-tiny-network-learns.md}
 * @param line counted from 1
 * @param message what is wrong, what was found, and what to do
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
