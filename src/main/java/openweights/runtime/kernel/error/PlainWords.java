package openweights.runtime.kernel.error;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** The compiler's messages in plain words for beginners. */
final class PlainWords {

    private static final Pattern EXPECTED = Pattern.compile("'?([^' ]+)'? expected");
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (.+)");

    private PlainWords() {}

    static String of(Diag error) {
        String message = Names.shortened(error.getMessage(Locale.ROOT)).strip();
        String code = error.getCode();
        if (code.equals("compiler.err.expected")) {
            return expected(message);
        }
        if (code.startsWith("compiler.err.cant.resolve")) {
            return unknown(message);
        }
        return switch (code) {
            case "compiler.err.premature.eof" -> "a closing bracket is missing";
            case "compiler.err.unreported.exception.need.to.catch.or.throw" ->
                    message + ". Handle it with try { … } catch, or add throws to the method.";
            case "compiler.err.var.might.not.have.been.initialized" ->
                    message + ". Give it a value where you declare it.";
            default -> withoutLocation(message);
        };
    }

    private static String expected(String message) {
        Matcher expected = EXPECTED.matcher(message);
        return expected.matches() ? "a " + expected.group(1) + " is missing here" : message;
    }

    private static String unknown(String message) {
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return withoutLocation(message);
        }
        String kind = symbol.group(1);
        String name = symbol.group(2).strip();
        boolean member =
                message.contains("location:") && !message.matches("(?s).*location:\\s+class *");
        if (member) {
            return "there is no " + kind + " " + name + " here\n" + location(message);
        }
        return "there is no %s %s. Check its spelling, and whether you have run the cell that defines it."
                .formatted(kind, name);
    }

    private static String location(String message) {
        return message.substring(message.indexOf("location:") + "location:".length()).strip();
    }

    /** Removes the location, which JShell generated. */
    private static String withoutLocation(String message) {
        return message.replaceAll("(?m)^\\s*location:.*\\R?", "").strip();
    }
}
