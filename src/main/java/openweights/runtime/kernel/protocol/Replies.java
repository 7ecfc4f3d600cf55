package openweights.runtime.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/** Builds and sends replies whose content is a map, because JJava's own types lack fields. */
public final class Replies {

    private Replies() {}

    /** The content of a successful reply, to which more can be added. */
    public static Map<String, Object> ok() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "ok");
        return content;
    }

    /** The content of a reply that says what went wrong. */
    public static Map<String, Object> error(Throwable problem) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", "error");
        content.put("ename", problem.getClass().getSimpleName());
        content.put("evalue", String.valueOf(problem.getMessage()));
        content.put("traceback", List.of());
        return content;
    }

    /** A reply to a request. */
    @SuppressWarnings("unchecked") // The type's own content class is JJava's.
    public static Message<?> message(
            MessageContext request, MessageType<?> type, Map<String, Object> content) {
        return new Message<>(request, (MessageType<Object>) type, (Object) content);
    }

    /** Answers a request: busy, the reply, and idle when the handler has ended. */
    static void answer(
            ShellReplyEnvironment reply,
            MessageType<?> type,
            Supplier<Map<String, Object>> content) {
        reply.setBusyDeferIdle();
        Map<String, Object> said;
        try {
            said = content.get();
        } catch (RuntimeException | LinkageError problem) {
            said = error(problem);
        }
        reply.reply(message(reply.getContext(), type, said));
    }
}
