package openweights.runtime.kernel.magic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell as it was written, and the Java that is run for it, with the same lines.
 *
 * @param written what the student wrote
 * @param java the same with its magics translated
 * @param timed whether the time of the whole cell is asked for
 */
public record CellSource(String written, String java, boolean timed) {

    private static final Pattern CELL_MAGIC =
            Pattern.compile("\\A(\\s*)%%(\\w*)[^\\n]*(\\n|\\z)", Pattern.DOTALL);

    private static final Pattern LINE_MAGIC = Pattern.compile("%(\\w+)[ \\t]*(.*)");

    /** A command of a shell with arguments; without any it is the negation of a variable. */
    private static final Pattern COMMAND =
            Pattern.compile(
                    "!\\s*(ls|cd|pwd|cat|pip3?|python3?|javac?|mvn|echo|rm|mkdir|cp|mv|wget|curl|git|apt(-get)?|conda|npm|head|tail|which|unzip|tar|bash|sh)\\s+[^\\s=&|?;).].*");

    /**
     * Translates the magics of a cell.
     *
     * @throws RefusedCell if there is no such magic
     */
    public static CellSource of(String written) {
        String source = written.replace("\r\n", "\n");
        Matcher magic = CELL_MAGIC.matcher(source);
        if (!magic.find()) {
            return new CellSource(written, lines(source), false);
        }
        String body = source.substring(magic.end());
        return switch (magic.group(2)) {
            case "time" -> new CellSource(written, magic.group(1) + "\n" + lines(body), true);
            case "timeit" -> {
                String java = magic.group(1) + Timing.repeated("\n" + ended(body) + "\n");
                yield new CellSource(written, java, false);
            }
            default -> throw Magics.unknown("%%" + magic.group(2), 1 + newlines(magic.group(1)));
        };
    }

    private static String lines(String source) {
        StringBuilder java = new StringBuilder();
        int done = 0;
        for (int start : StatementStarts.of(source)) {
            int end = StatementStarts.lineEnd(source, start);
            int number = 1 + newlines(source.substring(0, start));
            java.append(source, done, start);
            java.append(line(source.substring(start, end), number));
            done = end;
        }
        return java.append(source.substring(done)).toString();
    }

    private static String line(String written, int number) {
        Matcher magic = LINE_MAGIC.matcher(written);
        if (magic.matches()) {
            return Magics.translated(magic.group(1), magic.group(2).strip(), number);
        }
        if (COMMAND.matcher(written).matches()) {
            throw new RefusedCell(
                    number,
                    "cells are Java, and commands of the operating system do not run here. Use a terminal: File > New > Terminal");
        }
        return written;
    }

    /** A body whose last statement ends, as it must inside a block. */
    static String ended(String body) {
        String stripped = body.stripTrailing();
        boolean open = !stripped.isEmpty() && !stripped.endsWith(";") && !stripped.endsWith("}");
        return open ? stripped + ";" : stripped;
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(each -> each == '\n').count();
    }
}
