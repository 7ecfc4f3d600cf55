package openweights.base;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The user's own browser. */
public final class WebBrowser {

    private static final String DOOR =
            """
            <!DOCTYPE html>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0; url=%1$s">
            <title>Opening</title>
            <p><a href="%1$s">Open the page</a></p>
            """;

    private WebBrowser() {}

    /**
     * Opens an address, if there is a browser.
     *
     * @return whether a program to open it was started
     */
    public static boolean open(String address) {
        try {
            new ProcessBuilder(command(address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens an address that nobody else may know. Every user of the machine can read a browser's
     * command line, so the browser gets the path of a page that only this user can read and that
     * leads on to the address.
     *
     * @param folder where that page is, until this process ends
     * @return whether a program to open it was started
     */
    public static boolean openSecret(String address, Path folder) throws IOException {
        return open(door(address, folder).toUri().toString());
    }

    static Path door(String address, Path folder) throws IOException {
        Path page = folder.resolve("open-%d.html".formatted(ProcessHandle.current().pid()));
        PrivateFile.write(page, DOOR.formatted(Html.escape(address)));
        page.toFile().deleteOnExit();
        return page;
    }

    private static List<String> command(String address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", address);
    }
}
