package openweights.base;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Whether somebody watches. */
public final class Terminal {

    private Terminal() {}

    /** From Java 22 on there may be a console although nobody is there; it knows then. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** The encoding of what somebody types. */
    @SuppressWarnings("SystemConsoleNull")
    public static Charset charset() {
        Console console = System.console();
        return console == null ? StandardCharsets.UTF_8 : console.charset();
    }
}
