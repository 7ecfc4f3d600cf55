package openweights.runtime.kernel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.runtime.kernel.cell.Stop.Stopped;

/**
 * Runs JJava's kernel in this JVM, with the course's changes around it.
 *
 * <p>This class names none of a library's, so that it can say that one is missing.
 */
public final class KernelMain {

    private KernelMain() {}

    /**
     * @param arguments the path of Jupyter's connection file
     */
    public static void main(String[] arguments) {
        silenceLogs();
        Orphanage.watch();
        start(arguments).run();
        // JJava's worker and threads that cells started would keep the process alive.
        System.exit(0);
    }

    /**
     * What serves until Jupyter ends the connection. Whatever fails before ends the process: half a
     * kernel would live on behind a notebook in which nothing ever runs. No cell has run yet, so
     * nothing is lost.
     */
    private static Runnable start(String[] arguments) {
        // Later that is where cells print.
        PrintStream terminal = System.err;
        try {
            return KernelStart.serving(connectionFile(arguments));
        } catch (Throwable problem) {
            try {
                say(problem, terminal);
            } finally {
                Runtime.getRuntime().halt(1);
            }
            throw new AssertionError(problem);
        }
    }

    private static Path connectionFile(String[] arguments) {
        if (arguments.length != 1) {
            throw new UserException(
                    "The kernel needs one argument, Jupyter's connection file, and found %d. Jupyter starts it: ./course lab"
                            .formatted(arguments.length));
        }
        return Path.of(arguments[0]);
    }

    /** Why this kernel cannot serve. JShell wraps whatever stops it, memory that is full, too. */
    private static void say(Throwable problem, PrintStream terminal) {
        if (problem instanceof UserException) {
            terminal.println(problem.getMessage());
        } else if (problem instanceof LinkageError || problem instanceof ClassNotFoundException) {
            terminal.printf(
                    "The kernel cannot start, because a library of the course is missing or damaged (%s). In %s, delete the folders target and .venv, and run ./course lab --set-up-only, which makes both again.%n",
                    problem, Home.find().map(Home::root).map(Path::toString).orElse("its folder"));
        } else if (problem.toString().contains(OutOfMemoryError.class.getSimpleName())) {
            terminal.printf(
                    "The kernel cannot start, because it gets too little memory (%s). Shut down other kernels or close other programs, and start it again.%n",
                    problem);
        } else {
            terminal.println(
                    "The kernel cannot start. Run ./course doctor in the course's folder; if it finds nothing, please report this error:");
            problem.printStackTrace(terminal);
        }
    }

    private static void silenceLogs() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%6$s%n");
        // JJava logs every start and stop of its loops.
        Logger.getLogger("").setLevel(Level.WARNING);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, problem) -> {
                    if (!(problem instanceof Stopped)) {
                        System.err.println("Exception in " + thread.getName() + ": " + problem);
                    }
                });
    }
}
