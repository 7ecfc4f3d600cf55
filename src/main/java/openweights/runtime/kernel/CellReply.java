package openweights.runtime.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import openweights.runtime.kernel.cell.Cell;
import openweights.runtime.kernel.cell.Stop;
import openweights.runtime.kernel.error.ErrorReport;
import openweights.runtime.kernel.error.Explainer;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.jspecify.annotations.Nullable;

/** Sends a cell's replies to the notebook, with JJava's errors explained. */
final class CellReply extends ShellReplyEnvironment {

    private final Cell cell;
    private final Explainer explainer;
    private final Sending sending;
    private @Nullable ErrorReport report;

    CellReply(
            ShellChannel shell,
            StdinChannel stdin,
            JupyterSocket iopub,
            Message<?> request,
            Cell cell,
            Explainer explainer,
            Sending sending) {
        super(shell, stdin, iopub, request);
        this.cell = cell;
        this.explainer = explainer;
        this.sending = sending;
    }

    Cell cell() {
        return cell;
    }

    boolean hasFailed() {
        return report != null;
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
        if (content instanceof PublishExecuteInput input) {
            cell.number(input.getCount());
        }
        if (content instanceof PublishExecuteResult && cell.endsQuietly()) {
            return;
        }
        if (content instanceof PublishError error) {
            report = explain(error);
            super.publish(new PublishError(report.name(), report.message(), report.lines()));
        } else {
            super.publish(content);
        }
    }

    @Override
    public void publish(Message<?> message) {
        sending.undisturbed(() -> super.publish(message));
    }

    /**
     * Some code ends in peace when it is stopped, such as a {@code toString} whose errors are
     * swallowed while its object is displayed. The cell was interrupted all the same; JJava turns
     * this exception into an error's reply.
     */
    @Override
    public <T extends ContentType<T>> void reply(T content) {
        if (content instanceof ExecuteReply && Stop.isRequested()) {
            throw new CancellationException("interrupted");
        }
        super.reply(content);
    }

    private ErrorReport explain(PublishError error) {
        return explainer.explain(
                cell, error.getErrorName(), error.getErrorMessage(), error.getStacktrace());
    }

    @Override
    public void replyError(MessageType<?> type, @Nullable ErrorReply stock) {
        ErrorReport said = Objects.requireNonNull(report, "an error is published before its reply");
        ErrorReply error = new ErrorReply(said.name(), said.message(), said.lines());
        error.setExecutionCount(cell.number());
        super.replyError(type, error);
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

    /** Replies that the cell is not run. */
    void abort() {
        setBusyDeferIdle();
        MessageContext request = getContext();
        reply(new Message<>(request, Aborted.type(), new Aborted()));
    }

    /** Jupyter's reply for an aborted execution; JJava knows only successful and failed ones. */
    @SuppressWarnings("unused") // JJava's JSON library reads the field
    private static final class Aborted {

        private final String status = "aborted";

        @SuppressWarnings("unchecked")
        static MessageType<Aborted> type() {
            return (MessageType<Aborted>) (MessageType<?>) MessageType.EXECUTE_REPLY;
        }
    }
}
