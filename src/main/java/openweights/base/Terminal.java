package openweights.base;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether somebody watches, and what somebody types. */
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

    /**
     * What the user typed; for {@code -}, standard input to its end. For nothing, the same, or an
     * empty text if somebody is there who would have to type it.
     */
    public static String text(@Nullable String typed) throws IOException {
        if (typed == null && isThere()) {
            return "";
        }
        return typed == null || typed.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : typed;
    }

    /** The encoding of what somebody types. */
    @SuppressWarnings("SystemConsoleNull")
    public static Charset charset() {
        Console console = System.console();
        return console == null ? StandardCharsets.UTF_8 : console.charset();
    }
}
