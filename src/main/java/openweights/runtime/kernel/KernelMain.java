package openweights.runtime.kernel;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import openweights.base.SharedNatives;
import openweights.runtime.kernel.cell.Stop.Stopped;
import openweights.runtime.kernel.magic.Magics;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Runs JJava's kernel in this JVM, with the course's changes around it. */
public final class KernelMain {

    private KernelMain() {}

    /**
     * @param arguments the path of Jupyter's connection file
     */
    public static void main(String[] arguments) throws Exception {
        silenceLogs();
        Orphanage.watch();
        SharedNatives.use();
        WarmUp.start();
        StockKernel builder = new StockKernel();
        BaseKernel kernel = builder.build();
        LiveNotebook.runsIn(builder.shell());
        Magics.imports(CellImports.all());
        CellImports.ours().forEach(line -> add(line, builder.shell()));
        KernelConnectionProperties properties =
                KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0])));
        CourseConnection connection = new CourseConnection(properties, builder, kernel);
        kernel.onStartup();
        PrintStream terminal = System.err;
        builder.streams().install();
        open(connection, arguments[0], terminal);
        connection.waitUntilClose();
        // JJava's worker and threads that cells started would keep the process alive.
        System.exit(0);
    }

    /**
     * Ends the process if a port has been taken since Jupyter chose it. It would go on with the
     * others, and a student would wait for outputs forever; Jupyter starts a kernel that ended once
     * more, with other ports.
     */
    private static void open(CourseConnection connection, String file, PrintStream terminal) {
        try {
            connection.connect();
        } catch (RuntimeException problem) {
            terminal.printf(
                    "The kernel ends, because it cannot open the ports that %s names: %s. Another program has taken one of them. Start the kernel again.%n",
                    file, problem.getMessage());
            System.exit(1);
        }
    }

    /**
     * Passes an import directly to JShell. JJava would run JShell's code analysis on it first,
     * which reads all libraries in another thread, just when start-up time matters. A missing
     * package breaks the cells that need it, but not the start.
     */
    private static void add(String line, JShell shell) {
        boolean known = shell.eval(line).stream().allMatch(e -> e.status() == Status.VALID);
        if (!known) {
            System.err.println("imports.txt: JShell rejects " + line);
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
