package openweights.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import openweights.base.Colors;
import openweights.base.UserException;
import openweights.runtime.setup.Steps;
import openweights.runtime.setup.TerminalSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command of {@code ./course}: it has {@code --help}, prints what it is asked for to one stream
 * and what else there is to say to another, and returns the process's exit code.
 */
@Command(mixinStandardHelpOptions = true)
public abstract class CourseCommand implements Callable<Integer> {

    private static final int FINDING = 1;

    @Spec private CommandSpec spec;

    private int status;

    @Override
    public final Integer call() throws IOException, InterruptedException {
        status = 0;
        run();
        out().flush();
        return status;
    }

    /** Does what the user asked for; the process ends with 0 unless something else is said. */
    protected abstract void run() throws IOException, InterruptedException;

    /** Ends with this exit code. */
    protected final void end(int code) {
        status = code;
    }

    /** Ends with 1 if this does not hold. */
    protected final void expect(boolean fine) {
        status = fine ? status : FINDING;
    }

    /** Says something that needs attention, and ends with 1. */
    protected final void finding(String text) {
        err().println(text);
        status = FINDING;
    }

    /** For what the user asked for; another program may read it. */
    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** For notes, progress and complaints. */
    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints a result that ends with a line's end. */
    protected final void print(Object result) {
        out().print(result);
        out().flush();
    }

    /** Prints a result and a line's end. */
    protected final void println(Object result) {
        out().println(result);
        out().flush();
    }

    /** For a command that only has subcommands: shows them. */
    protected final void help() {
        spec.commandLine().usage(out());
    }

    /** Wrong use, after whose message the command's options are shown. */
    protected final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /**
     * @throws UserException if the value is below 1
     */
    protected static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new UserException(option + " is " + value + "; give 1 or more.");
        }
    }

    /** Does what may take long, and says so on standard error when it does. */
    protected static <T> T step(String name, Steps.Step<T> work) throws IOException {
        return TerminalSteps.onStandardError().run(name, work);
    }

    /**
     * Colors if picocli would use them (a terminal, and no {@code NO_COLOR}) and the terminal is
     * not {@code dumb}, which picocli does not look at.
     */
    protected static Colors colors() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return Ansi.AUTO.enabled() && !dumb ? Colors.ANSI : Colors.NONE;
    }
}
