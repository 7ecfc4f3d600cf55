package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.regex.Pattern;
import openweights.base.ErrorText;

/**
 * Turns the output of a program, or an error of the file system, into a message with the next step.
 */
public final class Failure {

    private static final int LINES_SHOWN = 8;

    private static final Pattern DISK_FULL =
            Pattern.compile(
                    "No space left on device|Errno 28|not enough space|Disk quota exceeded");

    private static final Pattern NO_NETWORK =
            Pattern.compile(
                    "connection broken|ConnectionError|ProxyError|Connect(ion)?Timeout|ReadTimeout|SSLError|from versions: none");

    private static final Pattern NOT_WRITABLE =
            Pattern.compile("Read-only file system|Permission denied|Access is denied");

    private Failure() {}

    /**
     * @param doing what failed, such as "installing JupyterLab with pip"
     * @param said the program's output
     */
    public static SetUpException of(String doing, String said) {
        if (DISK_FULL.matcher(said).find()) {
            return new SetUpException(
                    "The disk is full, so "
                            + doing
                            + " failed. Free some space (the course needs about 2 GB) and run the same command again.");
        }
        if (NO_NETWORK.matcher(said).find()) {
            return new SetUpException(
                    "The Python packages could not be downloaded. The first set-up needs a network connection.\n"
                            + "Next step: connect to the network and run ./course lab again. Behind a proxy, set HTTPS_PROXY first. The output of pip is in .course/pip.log");
        }
        if (NOT_WRITABLE.matcher(said).find()) {
            return new SetUpException(
                    lastLine(said)
                            + ": "
                            + doing
                            + " failed, because something cannot be written. The course writes into its own folder: copy it to a place where you have write permission, or change its owner.");
        }
        return new SetUpException(doing + " failed with this output:\n" + tail(said));
    }

    static SetUpException of(String doing, IOException cause) {
        String said =
                cause instanceof AccessDeniedException
                        ? cause.getMessage() + " Permission denied"
                        : ErrorText.of(cause);
        SetUpException failure = of(doing, said);
        failure.initCause(cause);
        return failure;
    }

    private static String lastLine(String said) {
        List<String> lines = said.strip().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static String tail(String said) {
        List<String> lines = said.strip().lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
