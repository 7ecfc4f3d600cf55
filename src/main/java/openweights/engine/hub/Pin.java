package openweights.engine.hub;

import java.util.regex.Pattern;

/**
 * A repository at one commit. A branch can change; a commit cannot.
 *
 * @param repository such as {@code openai-community/gpt2}
 * @param revision the commit, 40 hexadecimal digits
 */
public record Pin(String repository, String revision) {

    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /**
     * @throws HubException if it does not have this form
     */
    public Pin {
        requireRepository(repository);
        if (!COMMIT.matcher(revision).matches()) {
            throw refused(
                    "\""
                            + revision
                            + "\" is not a commit of 40 hexadecimal digits. Branches and tags can change. The hub shows commits on the page \"Files\", under \"History\".");
        }
    }

    /**
     * Parses {@code owner/name@commit}.
     *
     * @throws HubException if it does not have this form
     */
    public static Pin parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw refused("\"" + text + "\" does not name a commit; expected owner/name@commit.");
        }
        return new Pin(text.substring(0, at), text.substring(at + 1));
    }

    /**
     * @throws HubException if this is not {@code owner/name}
     */
    static void requireRepository(String repository) {
        if (!REPOSITORY.matcher(repository).matches() || repository.contains("..")) {
            throw refused("\"" + repository + "\" is not a repository; expected owner/name.");
        }
    }

    private static HubException refused(String message) {
        return new HubException(HubException.Fault.REFUSED, message);
    }

    @Override
    public String toString() {
        return repository + "@" + revision;
    }
}
