package openweights.runtime.kernel.protocol;

import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.messages.MessageType;

/** Tells front ends that ask for a debugger that there is none. They would wait for an answer. */
final class Debugging {

    private Debugging() {}

    static void refuse(JupyterConnection connection) {
        MessageType<Map<String, Object>> request = type("debug_request");
        MessageType<Map<String, Object>> reply = type("debug_reply");
        connection.setHandler(
                request,
                (environment, message) ->
                        Replies.answer(environment, reply, () -> refusal(message.getContent())));
    }

    /** A response of the Debug Adapter Protocol, which these messages carry. */
    private static Map<String, Object> refusal(Map<String, Object> request) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", "response");
        content.put("request_seq", request.getOrDefault("seq", 0));
        content.put("success", false);
        content.put("command", request.getOrDefault("command", ""));
        content.put("message", "This kernel has no debugger.");
        return content;
    }

    /** A type of message that JJava does not know. Making one makes it known. */
    @SuppressWarnings("unchecked")
    private static MessageType<Map<String, Object>> type(String name) {
        try {
            Constructor<?> constructor =
                    MessageType.class.getDeclaredConstructor(String.class, Class.class);
            constructor.setAccessible(true);
            return (MessageType<Map<String, Object>>) constructor.newInstance(name, Map.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JJava's types of messages have changed", e);
        }
    }
}
