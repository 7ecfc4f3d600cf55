package openweights.runtime.kernel;

import java.nio.file.Path;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import openweights.base.SharedNatives;
import openweights.base.UserException;
import openweights.runtime.kernel.magic.Magics;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Builds JJava's kernel with the course's changes around it, up to the moment when it serves. */
final class KernelStart {

    private KernelStart() {}

    /**
     * @return waits until Jupyter ends the connection
     * @throws UserException if the file is damaged, or another program has taken one of its ports
     */
    static Runnable serving(Path connectionFile) throws Exception {
        KernelConnectionProperties properties = ConnectionFile.read(connectionFile);
        SharedNatives.use();
        WarmUp.start();
        StockKernel builder = new StockKernel();
        BaseKernel kernel = builder.build();
        LiveNotebook.runsIn(builder.shell());
        Magics.imports(CellImports.all());
        CellImports.ours().forEach(line -> add(line, builder.shell()));
        CourseConnection connection = new CourseConnection(properties, builder, kernel);
        kernel.onStartup();
        builder.streams().install();
        open(connection, connectionFile);
        return connection::waitUntilClose;
    }

    /**
     * A port may have been taken since Jupyter chose it. A kernel that went on with the others
     * would let a student wait for outputs forever; Jupyter starts one that ended once more, with
     * other ports.
     */
    private static void open(CourseConnection connection, Path file) {
        try {
            connection.connect();
        } catch (RuntimeException problem) {
            throw new UserException(
                    "The kernel ends, because it cannot open the ports that %s names. Another program may have taken one of them. Start the kernel again."
                            .formatted(file),
                    problem);
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
}
