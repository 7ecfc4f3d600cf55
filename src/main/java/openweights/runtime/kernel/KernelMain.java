package openweights.runtime.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import openweights.base.Home;
import openweights.runtime.kernel.cell.CellControl;
import openweights.runtime.kernel.cell.Stop.Stopped;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Runs JJava's kernel in this JVM, mended from outside. */
public final class KernelMain {

    private KernelMain() {}

    /**
     * @param arguments the connection file that Jupyter writes
     */
    public static void main(String[] arguments) throws Exception {
        quieten();
        WarmUp.start();
        SourceHelp.offer(Home.locate().jar().resolveSibling("openweights-sources.jar"));
        StockKernel builder = new StockKernel(CellControl::new);
        BaseKernel kernel = builder.build();
        LiveNotebook.runsIn(builder.shell());
        CellImports.ours().forEach(line -> add(line, builder.shell()));
        KernelConnectionProperties properties =
                KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0])));
        CourseConnection connection = new CourseConnection(properties, builder.shell());
        kernel.onStartup();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        // JJava's worker and the threads of cells would keep the process alive.
        System.exit(0);
    }

    /**
     * Straight to JShell: JJava would look at each line with JShell's code analysis first, which
     * reads all libraries in a thread of its own just when the start has no time for it. A package
     * that is missing spoils the cells that need it, not the start.
     */
    private static void add(String line, JShell shell) {
        boolean known = shell.eval(line).stream().allMatch(e -> e.status() == Status.VALID);
        if (!known) {
            System.err.println("imports.txt: JShell does not accept: " + line);
        }
    }

    private static void quieten() {
        // JJava reports every start and stop of its loops.
        Logger.getLogger("").setLevel(Level.WARNING);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, problem) -> {
                    if (!(problem instanceof Stopped)) {
                        System.err.println("Exception in " + thread.getName() + ": " + problem);
                    }
                });
    }
}
