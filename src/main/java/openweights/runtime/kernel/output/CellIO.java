package openweights.runtime.kernel.output;

import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.jspecify.annotations.Nullable;

/**
 * JJava's streams, but those for output stay attached to the last cell until the next one begins: a
 * thread may print after its cell has ended.
 */
public final class CellIO extends JupyterIO {

    private volatile @Nullable ShellReplyEnvironment cell;

    public CellIO() {
        super(StandardCharsets.UTF_8);
        replace("out", new CellStream(text -> write(text, ShellReplyEnvironment::writeToStdOut)));
        replace("err", new CellStream(text -> write(text, ShellReplyEnvironment::writeToStdErr)));
    }

    /** Makes them the streams of this JVM, also for what threads print between cells. */
    public void install() {
        System.setOut(out);
        System.setErr(err);
    }

    @Override
    protected void setEnv(ShellReplyEnvironment reply) {
        super.setEnv(reply);
        cell = reply;
    }

    private void write(String text, BiConsumer<ShellReplyEnvironment, String> writer) {
        ShellReplyEnvironment reply = cell;
        if (reply != null) {
            writer.accept(reply, text);
        }
    }

    /** JJava makes its streams itself, in final fields. */
    private void replace(String field, PrintStream stream) {
        try {
            Field stock = JupyterIO.class.getField(field);
            stock.setAccessible(true);
            stock.set(this, stream);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JJava's streams have changed", e);
        }
    }
}
