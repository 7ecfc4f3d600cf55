package openweights.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command said, and how it ended. */
public record Said(int status, String out, String err) {

    public static Said course(Object... arguments) {
        return of(Main.commandLine(), arguments);
    }

    public static Said of(CommandLine course, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        course.setOut(new PrintWriter(out, true));
        course.setErr(new PrintWriter(err, true));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new Said(course.execute(words), lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}
