package openweights.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import openweights.base.Home;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Stop;
import openweights.runtime.kernel.error.ErrorReport;
import openweights.runtime.kernel.error.Explainer;
import openweights.runtime.kernel.error.Names;
import openweights.runtime.kernel.output.CellOutput;
import openweights.runtime.kernel.output.OutputFolder;
import openweights.runtime.kernel.protocol.Replies;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishClearOutput;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.jspecify.annotations.Nullable;

/**
 * Sends a cell's output and its reply to the notebook: output in bundles and within bounds, errors
 * explained, and nothing but the reply for a silent request.
 */
final class CellReply extends ShellReplyEnvironment {

    private final Cell cell;
    private final ExecuteRequest request;
    private final Explainer explainer;
    private final Sending sending;
    private final Function<String, Object> expressions;
    private final CellOutput output;
    private @Nullable ErrorReport report;
    private String value = "";

    /**
     * @param expressions evaluates one of the request's expressions to its part of the reply
     */
    CellReply(
            ShellChannel shell,
            StdinChannel stdin,
            JupyterSocket iopub,
            Message<?> message,
            Cell cell,
            Explainer explainer,
            Sending sending,
            Function<String, Object> expressions) {
        super(shell, stdin, iopub, message);
        this.cell = cell;
        this.request = (ExecuteRequest) message.getContent();
        this.explainer = explainer;
        this.sending = sending;
        this.expressions = expressions;
        OutputFolder folder = new OutputFolder(Home.locate().personal().resolve("output"));
        output = new CellOutput(this::stream, () -> folder.file(cell.number()));
    }

    Cell cell() {
        return cell;
    }

    boolean hasFailed() {
        return report != null;
    }

    /** The plain text of the cell's value; empty if none was shown. */
    String value() {
        return value;
    }

    /** Sends what the cell has put out so far, and the last part of a flood. */
    void endOutput() {
        output.end();
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
        if (content instanceof PublishStatus) {
            super.publish(content);
        } else if (!request.isSilent()) {
            show(content);
        }
    }

    private <T extends ContentType<T>> void show(T content) {
        if (content instanceof PublishStream stream) {
            String name = stream.getStreamType() == StreamType.OUT ? "stdout" : "stderr";
            output.text(name, Names.withoutWrappers(stream.getText()));
        } else if (content instanceof PublishDisplayData) {
            output.display(() -> send(content));
        } else if (content instanceof PublishUpdateDisplayData update) {
            output.update(update.getDisplayId(), () -> send(content));
        } else if (content instanceof PublishClearOutput) {
            output.clear(() -> send(content));
        } else {
            output.flush();
            showNow(content);
        }
    }

    private <T extends ContentType<T>> void showNow(T content) {
        if (content instanceof PublishExecuteInput) {
            send(new PublishExecuteInput(cell.written(), cell.number()));
        } else if (content instanceof PublishExecuteResult result) {
            if (!cell.endsQuietly()) {
                value = String.valueOf(result.getData(MIMEType.TEXT_PLAIN));
                send(new PublishExecuteResult(cell.number(), result));
            }
        } else if (content instanceof PublishError error) {
            report = explain(error);
            send(new PublishError(report.name(), report.message(), report.lines()));
        } else {
            send(content);
        }
    }

    private void stream(String name, String text) {
        StreamType type = name.equals("stdout") ? StreamType.OUT : StreamType.ERR;
        send(new PublishStream(type, text));
    }

    /**
     * Sends at once. JJava's own way defers what is published while it defers something else, and
     * output comes from several threads.
     */
    private <T extends ContentType<T>> void send(T content) {
        Message<?> message = new Message<>(getContext(), content.getType(), content);
        sending.undisturbed(() -> getIopub().sendMessage(message));
    }

    @Override
    public void publish(Message<?> message) {
        sending.undisturbed(() -> super.publish(message));
    }

    @Override
    public String readFromStdIn(String prompt, boolean password) {
        output.flush();
        return super.readFromStdIn(prompt, password);
    }

    /**
     * Some code ends in peace when it is stopped, such as a {@code toString} whose errors are
     * swallowed while its object is displayed. The cell was interrupted all the same; JJava turns
     * this exception into an error's reply.
     */
    @Override
    public <T extends ContentType<T>> void reply(T content) {
        if (content instanceof ExecuteReply) {
            if (Stop.isRequested()) {
                throw new CancellationException("interrupted");
            }
            reply(Replies.message(getContext(), ExecuteReply.MESSAGE_TYPE, succeeded()));
        } else {
            super.reply(content);
        }
    }

    private Map<String, Object> succeeded() {
        Map<String, Object> content = Replies.ok();
        content.put("execution_count", cell.number());
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> asked = request.getUserExpr();
        if (asked != null) {
            asked.forEach((name, code) -> values.put(name, expressions.apply(code)));
        }
        content.put("user_expressions", values);
        content.put("payload", List.of());
        return content;
    }

    private ErrorReport explain(PublishError error) {
        return explainer.explain(
                cell, error.getErrorName(), error.getErrorMessage(), error.getStacktrace());
    }

    @Override
    public void replyError(MessageType<?> type, @Nullable ErrorReply stock) {
        ErrorReport said = report;
        if (said == null) {
            // A silent request publishes no error, but its reply has one.
            String name = stock == null ? "Error" : stock.getErrorName();
            said = explainer.explain(cell, name, message(stock), List.of());
            report = said;
        }
        ErrorReply error = new ErrorReply(said.name(), said.message(), said.lines());
        error.setExecutionCount(cell.number());
        super.replyError(type, error);
    }

    private static String message(@Nullable ErrorReply stock) {
        return stock == null ? "" : Objects.requireNonNullElse(stock.getErrorMessage(), "");
    }

    /** Fails the cell with an error that JJava does not handle, from outside the cell's code. */
    void fail(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        String message = Objects.requireNonNullElse(problem.getMessage(), "");
        List<String> frames =
                Arrays.stream(problem.getStackTrace()).map(frame -> "at " + frame).toList();
        publish(new PublishError(name, message, frames));
        defer();
        replyError(ExecuteReply.MESSAGE_TYPE.error(), null);
    }

    /** Replies that the cell is not run, for a reason that lies in the cell. */
    void refuse(String reason) {
        setBusyDeferIdle();
        publish(new PublishExecuteInput(cell.written(), cell.number()));
        report = ErrorReport.refused(cell, reason);
        if (!request.isSilent()) {
            send(
                    new PublishError(
                            report.name(), report.message(), new ArrayList<>(report.lines())));
        }
        replyError(ExecuteReply.MESSAGE_TYPE.error(), null);
    }

    /** Replies that the cell is not run, because one before it failed. */
    void abort() {
        setBusyDeferIdle();
        reply(
                Replies.message(
                        getContext(), ExecuteReply.MESSAGE_TYPE, Map.of("status", "aborted")));
    }
}
