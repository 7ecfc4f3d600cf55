package openweights.runtime.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import jdk.jshell.JShell;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Cells;
import openweights.runtime.kernel.cell.Stop;
import openweights.runtime.kernel.error.Explainer;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * The connection to Jupyter. It adds what JJava's handlers lack: cells queued after a failed one
 * are aborted, an interrupt stops a cell's code, and errors are explained.
 */
final class CourseConnection extends JupyterConnection {

    private final RunAll runAll = new RunAll();
    private final Sending sending = new Sending();
    private final Cells cells = new Cells();
    private final Notes notes;
    private final Explainer explainer;

    CourseConnection(KernelConnectionProperties properties, JShell shell)
            throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        explainer = new Explainer(shell, cells);
        notes = new Notes(shell);
        shell.onSnippetEvent(cells::heard);
        shell.onSnippetEvent(notes::heard);
    }

    @Override
    public <T> void setHandler(MessageType<T> type, ShellHandler<T> stock) {
        if (type.equals(MessageType.EXECUTE_REQUEST)) {
            super.setHandler(type, (reply, request) -> execute(stock, (CellReply) reply, request));
        } else if (type.equals(MessageType.INTERRUPT_REQUEST)) {
            super.setHandler(type, (reply, request) -> interrupt(stock, reply, request));
        } else {
            super.setHandler(type, stock);
        }
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext context) {
        Header<?> header = context.getHeader();
        runAll.heard(header.getSessionId(), date(header), Instant.now());
        if (context instanceof Message<?> message
                && message.getContent() instanceof ExecuteRequest request) {
            Cell cell = new Cell(request.getCode());
            return new CellReply(channel, stdin, iopub, message, cell, explainer, sending);
        }
        return super.prepareReplyEnv(channel, context);
    }

    private <T> void execute(ShellHandler<T> stock, CellReply reply, Message<T> request) {
        Header<?> header = request.getHeader();
        if (runAll.drops(header.getSessionId(), date(header), Instant.now())) {
            reply.abort();
            return;
        }
        run(stock, reply, request);
        if (reply.hasFailed() && ((ExecuteRequest) request.getContent()).shouldStopOnError()) {
            runAll.failed(Instant.now());
        }
    }

    private <T> void run(ShellHandler<T> stock, CellReply reply, Message<T> request) {
        Stop.begin();
        cells.begin(reply.cell());
        LiveNotebook.runs(reply.cell().source());
        notes.begin(reply);
        try {
            stock.handle(reply, request);
            notes.end();
        } catch (Throwable problem) {
            // This includes an interrupt that arrived while this thread was rendering the value.
            Thread.interrupted();
            reply.fail(problem);
        } finally {
            cells.end();
            Thread.interrupted();
        }
    }

    private <T> void interrupt(
            ShellHandler<T> stock, ShellReplyEnvironment reply, Message<T> request) {
        sending.undisturbed(
                () -> {
                    Stop.request();
                    stock.handle(reply, request);
                });
    }

    private static String date(Header<?> header) {
        return header.getTimestamp().getDateString();
    }
}
