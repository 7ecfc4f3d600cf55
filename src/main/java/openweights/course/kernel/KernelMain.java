package openweights.course.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import openweights.course.exercise.shell.LiveNotebook;
import openweights.course.jupyter.Project;
import openweights.course.kernel.cell.CellControl;
import openweights.course.kernel.cell.Stop.Stopped;
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
        SourceHelp.offer(Project.locate().jar().resolveSibling("openweights-sources.jar"));
        StockKernel builder = new StockKernel(CellControl::new);
        BaseKernel kernel = builder.build();
        LiveNotebook.runsIn(builder.shell());
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
