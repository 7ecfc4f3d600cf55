package openweights.runtime.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import jdk.jshell.JShell;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Cells;
import openweights.runtime.kernel.cell.NameClashes;
import openweights.runtime.kernel.cell.Stop;
import openweights.runtime.kernel.error.Explainer;
import openweights.runtime.kernel.magic.CellSource;
import openweights.runtime.kernel.magic.RefusedCell;
import openweights.runtime.kernel.magic.Timing;
import openweights.runtime.kernel.protocol.FrontEnd;
import openweights.runtime.kernel.protocol.History;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * The connection to Jupyter. It adds what JJava's handlers lack: cells queued after a failed one
 * are aborted, an interrupt stops a cell's code, output is bounded, and errors are explained.
 */
final class CourseConnection extends JupyterConnection {

    private final RunAll runAll = new RunAll();
    private final Sending sending = new Sending();
    private final Cells cells = new Cells();
    private final History history = new History();
    private final IdleCollection memory = new IdleCollection();
    private final TypeIndex index;
    private final JShell java;
    private final Notes notes;
    private final Explainer explainer;
    private final Expressions expressions;
    private int count;

    CourseConnection(KernelConnectionProperties properties, StockKernel parts, BaseKernel kernel)
            throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        java = parts.shell();
        index = TypeIndex.held(java);
        explainer = new Explainer(java, cells);
        notes = new Notes(java, parts.values(), cells);
        expressions = new Expressions(java, kernel);
        java.onSnippetEvent(cells::heard);
        java.onSnippetEvent(parts.values()::heard);
        java.onSnippetEvent(notes::heard);
        java.onSnippetEvent(new NameClashes(java, notes::add)::heard);
        kernel.becomeHandlerForConnection(this);
        new FrontEnd(java, parts.values(), kernel.getCommManager(), history).handle(this);
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
            return new CellReply(
                    channel,
                    stdin,
                    iopub,
                    message,
                    cell(request.getCode()),
                    explainer,
                    sending,
                    expressions::value);
        }
        if (header.getType().equals(MessageType.COMPLETE_REQUEST)) {
            index.release();
        }
        return super.prepareReplyEnv(channel, context);
    }

    private static Cell cell(String code) {
        try {
            return new Cell(CellSource.of(code));
        } catch (RefusedCell e) {
            return Cell.refused(code, e);
        }
    }

    private <T> void execute(ShellHandler<T> stock, CellReply reply, Message<T> request) {
        Header<?> header = request.getHeader();
        if (runAll.drops(header.getSessionId(), date(header), Instant.now())) {
            reply.abort();
            return;
        }
        ExecuteRequest asked = (ExecuteRequest) request.getContent();
        boolean counts = asked.shouldStoreHistory() && !asked.isSilent();
        count += counts ? 1 : 0;
        reply.cell().number(counts ? count : count + 1);
        String refusal = TypeNames.refusal(reply.cell(), java);
        if (!refusal.isEmpty()) {
            reply.refuse(refusal);
        } else {
            run(stock, reply, request);
        }
        if (counts) {
            history.add(count, asked.getCode(), reply.value());
        }
        if (reply.hasFailed() && asked.shouldStopOnError()) {
            runAll.failed(Instant.now());
        }
    }

    private <T> void run(ShellHandler<T> stock, CellReply reply, Message<T> request) {
        Cell cell = reply.cell();
        memory.busy();
        Stop.begin();
        cells.begin(cell);
        LiveNotebook.runs(cell.written());
        notes.begin(reply);
        Timing timing = Timing.start();
        try {
            stock.handle(reply, translated(request, cell));
            notes.end();
        } catch (Throwable problem) {
            // This includes an interrupt that arrived while this thread was rendering the value.
            Thread.interrupted();
            reply.fail(problem);
        } finally {
            if (cell.isTimed()) {
                timing.print();
            }
            reply.endOutput();
            cells.end();
            Thread.interrupted();
            memory.idle();
            index.release();
        }
    }

    /** The same request with the Java of the cell. */
    @SuppressWarnings("unchecked") // T is the type of the content that this replaces.
    private static <T> Message<T> translated(Message<T> request, Cell cell) {
        ExecuteRequest asked = (ExecuteRequest) request.getContent();
        ExecuteRequest java =
                new ExecuteRequest(
                        cell.source(),
                        asked.isSilent(),
                        asked.shouldStoreHistory(),
                        asked.getUserExpr(),
                        asked.isStdinEnabled(),
                        asked.shouldStopOnError());
        return new Message<>(request.getIdentities(), request.getHeader(), (T) java);
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
