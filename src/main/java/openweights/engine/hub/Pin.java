package openweights.engine.hub;

import java.util.regex.Pattern;

/**
 * A repository at one commit. A branch would be whatever it is today; a commit is what it was.
 *
 * @param repository such as {@code openai-community/gpt2}
 * @param revision the commit, 40 hexadecimal digits
 */
public record Pin(String repository, String revision) {

    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /**
     * @throws IllegalArgumentException if it is not of this form
     */
    public Pin {
        if (!REPOSITORY.matcher(repository).matches() || repository.contains("..")) {
            throw new IllegalArgumentException(
                    "\"" + repository + "\" is no repository; expected owner/name.");
        }
        if (!COMMIT.matcher(revision).matches()) {
            throw new IllegalArgumentException(
                    "\""
                            + revision
                            + "\" is no commit of 40 hexadecimal digits. Only a commit stays what it is; the hub's page \"Files\" shows it under \"History\".");
        }
    }

    /**
     * From {@code owner/name@commit}.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static Pin parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" names no commit; expected owner/name@commit.");
        }
        return new Pin(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return repository + "@" + revision;
    }
}
