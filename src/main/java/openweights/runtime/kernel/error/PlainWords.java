package openweights.runtime.kernel.error;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import openweights.runtime.kernel.cell.Cells;

/** The compiler's messages in plain words for beginners. */
final class PlainWords {

    private static final Pattern EXPECTED = Pattern.compile("'?([^' ]+)'? expected");
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (.+)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+) does not exist");
    private static final Pattern PREVIEW =
            Pattern.compile("(?s)(.*) (?:is a|are a) preview feature.*");

    private final Cells cells;
    private final Spelling spelling;

    PlainWords(JShell shell, Cells cells) {
        this.cells = cells;
        spelling = new Spelling(shell);
    }

    /**
     * @param source the code of the rejected statement
     */
    String of(String source, Diag error) {
        String message = Names.shortened(error.getMessage(Locale.ROOT)).strip();
        String code = error.getCode();
        if (code.equals("compiler.err.expected")) {
            return expected(message);
        }
        if (code.startsWith("compiler.err.cant.resolve")) {
            return unknown(source, error, message);
        }
        if (code.startsWith("compiler.err.preview.feature.disabled")) {
            return newer(message);
        }
        return switch (code) {
            case "compiler.err.premature.eof" -> "a closing bracket is missing";
            case "compiler.err.unreported.exception.need.to.catch.or.throw" ->
                    message + ". Handle it with try { … } catch, or add throws to the method.";
            case "compiler.err.var.might.not.have.been.initialized" ->
                    message + ". Give it a value where you declare it.";
            case "compiler.err.doesnt.exist" -> nothing(source, error, message);
            default -> withoutLocation(message);
        };
    }

    private static String expected(String message) {
        Matcher expected = EXPECTED.matcher(message);
        return expected.matches() ? "a " + expected.group(1) + " is missing here" : message;
    }

    /** A part of the language that this JDK does not have for good. */
    private static String newer(String message) {
        Matcher preview = PREVIEW.matcher(message);
        String what = preview.matches() ? preview.group(1) : "this part of the language";
        int jdk = Runtime.version().feature();
        return "%s need a newer Java than this kernel's, which is %d. Write it with if, else, and instanceof, or run the course with a newer JDK."
                .formatted(what, jdk);
    }

    private String unknown(String source, Diag error, String message) {
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return withoutLocation(message);
        }
        String kind = symbol.group(1);
        String name = symbol.group(2).strip();
        String meant = meant(source, error, name.replaceAll("\\(.*", ""));
        boolean member =
                message.contains("location:") && !message.matches("(?s).*location:\\s+class *");
        if (member) {
            String there = "there is no " + kind + " " + name + " here";
            return (meant.isEmpty() ? there : there + "." + meant) + "\n" + location(message);
        }
        if (source.strip().matches("!\\s*" + Pattern.quote(name) + ";?")) {
            return "there is no %s %s. Commands of the operating system do not run in cells, which are Java; use a terminal: File > New > Terminal."
                    .formatted(kind, name);
        }
        return cells.whyLost(name)
                .map(because -> lost(kind, name, because))
                .orElseGet(
                        () ->
                                meant.isEmpty()
                                        ? "there is no %s %s. Check its spelling, and whether you have run the cell that defines it."
                                                .formatted(kind, name)
                                        : "there is no %s %s.%s".formatted(kind, name, meant));
    }

    private static String lost(String kind, String name, String because) {
        return "the %s %s is gone since %s was redefined. Run the cell that defines it again, changed if need be."
                .formatted(kind, name, because);
    }

    /** A dot after a name that is nothing: the compiler then takes it for a package. */
    private String nothing(String source, Diag error, String message) {
        Matcher missing = PACKAGE.matcher(message);
        boolean imported = source.stripLeading().startsWith("import");
        if (!missing.find() || imported || missing.group(1).contains(".")) {
            return withoutLocation(message);
        }
        String name = missing.group(1);
        String meant = meant(source, error, name);
        return "there is no variable, class, or package %s.%s"
                .formatted(
                        name,
                        meant.isEmpty()
                                ? " Check its spelling, and whether you have run the cell that defines it."
                                : meant);
    }

    private String meant(String source, Diag error, String name) {
        int from = (int) Math.max(0, Math.min(error.getStartPosition(), source.length()));
        int to = (int) Math.max(from, Math.min(error.getEndPosition(), source.length()));
        int at = source.substring(from, to).lastIndexOf(name);
        int start = at >= 0 ? from + at : source.indexOf(name, from);
        return start < 0
                ? ""
                : spelling.meant(name, source.substring(0, start))
                        .map(other -> " Did you mean %s?".formatted(other))
                        .orElse("");
    }

    private static String location(String message) {
        return message.substring(message.indexOf("location:") + "location:".length()).strip();
    }

    /** Removes the location, which JShell generated. */
    private static String withoutLocation(String message) {
        return message.replaceAll("(?m)^\\s*location:.*\\R?", "").strip();
    }
}
