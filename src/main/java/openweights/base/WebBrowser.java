package openweights.base;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The user's own browser. */
public final class WebBrowser {

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

    private static List<String> command(String address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", address);
    }
}
