package openweights.runtime.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import jdk.jshell.JShell;
import openweights.runtime.kernel.cell.CarriedValues;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.IsCompleteRequest;

/** Answers the questions of front ends, in place of JJava. */
public final class FrontEnd {

    private final Completion completion;
    private final Inspection inspection;
    private final Completeness completeness;
    private final CommManager comms;
    private final History history;

    /**
     * @param values the values of variables
     * @param comms the open channels between the kernel and widgets
     * @param history the cells that were run
     */
    public FrontEnd(JShell shell, CarriedValues values, CommManager comms, History history) {
        completion = new Completion(shell);
        inspection = new Inspection(shell, values);
        completeness = new Completeness(shell);
        this.comms = comms;
        this.history = history;
    }

    /** Must be called after JJava has set its own handlers. */
    public void handle(JupyterConnection connection) {
        answer(
                connection,
                MessageType.KERNEL_INFO_REQUEST,
                MessageType.KERNEL_INFO_REPLY,
                request -> KernelInfo.content());
        answer(
                connection,
                MessageType.COMPLETE_REQUEST,
                MessageType.COMPLETE_REPLY,
                (CompleteRequest request) ->
                        completion.of(request.getCode(), request.getCursorPos()));
        answer(
                connection,
                MessageType.INSPECT_REQUEST,
                MessageType.INSPECT_REPLY,
                (InspectRequest request) ->
                        inspection.of(request.getCode(), request.getCursorPos()));
        answer(
                connection,
                MessageType.IS_COMPLETE_REQUEST,
                MessageType.IS_COMPLETE_REPLY,
                (IsCompleteRequest request) -> completeness.of(request.getCode()));
        answer(
                connection,
                MessageType.HISTORY_REQUEST,
                MessageType.HISTORY_REPLY,
                history::content);
        answer(
                connection,
                MessageType.COMM_INFO_REQUEST,
                MessageType.COMM_INFO_REPLY,
                request -> openComms(request.getTargetName()));
        Debugging.refuse(connection);
    }

    private static <T> void answer(
            JupyterConnection connection,
            MessageType<T> request,
            MessageType<?> reply,
            Function<T, Map<String, Object>> content) {
        connection.setHandler(
                request,
                (environment, message) ->
                        Replies.answer(
                                environment, reply, () -> content.apply(message.getContent())));
    }

    private Map<String, Object> openComms(String target) {
        Map<String, Object> open = new LinkedHashMap<>();
        comms.forEach(
                comm -> {
                    if (target == null || target.equals(comm.getTargetName())) {
                        open.put(comm.getID(), Map.of("target_name", comm.getTargetName()));
                    }
                });
        Map<String, Object> content = Replies.ok();
        content.put("comms", open);
        return content;
    }
}
