package openweights.runtime.setup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.regex.Pattern;

/** Turns what a program or the file system said into one message with the next step. */
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
     * @param doing what was being done, such as "installing JupyterLab with pip"
     * @param said everything that the program wrote
     */
    public static SetUpException of(String doing, String said) {
        if (DISK_FULL.matcher(said).find()) {
            return new SetUpException(
                    "The disk is full: "
                            + doing
                            + " stopped. Free some space (the course needs about 2 GB) and run ./course lab again.");
        }
        if (NO_NETWORK.matcher(said).find()) {
            return new SetUpException(
                    "The Python packages could not be downloaded; the first set-up needs the network.\n"
                            + "Next step: connect to the network and run ./course lab again. Behind a proxy, set HTTPS_PROXY first. What pip said: .course/pip.log");
        }
        if (NOT_WRITABLE.matcher(said).find()) {
            return new SetUpException(
                    lastLine(said)
                            + ": "
                            + doing
                            + " stopped, because something cannot be written. The course writes inside its own folder: copy it to one that you may write, or take ownership of it.");
        }
        return new SetUpException(doing + " failed. It said:\n" + tail(said));
    }

    static SetUpException of(String doing, IOException cause) {
        String kind = cause instanceof AccessDeniedException ? "Permission denied" : "";
        SetUpException failure = of(doing, cause.getMessage() + " " + kind);
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
