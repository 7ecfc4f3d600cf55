package openweights.engine.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import openweights.base.Json;
import openweights.base.UserException;

/**
 * A message of a chat, in transformers' form: an object with a {@code role} and, nearly always, a
 * {@code content}. Templates may read more, such as {@code reasoning_content} and {@code
 * tool_calls}.
 *
 * <pre>{@code
 * List<Message> messages = List.of(Message.system("Answer in one word."), Message.user("Who are you?"));
 * }</pre>
 */
public final class Message {

    private final ObjectNode json;

    private Message(ObjectNode json) {
        this.json = json;
    }

    /** What the model is told about its task before the first question. */
    public static Message system(String content) {
        return of("system", content);
    }

    /** What the user says. */
    public static Message user(String content) {
        return of("user", content);
    }

    /** What the model has said. */
    public static Message assistant(String content) {
        return of("assistant", content);
    }

    /** A message with a role that this template knows, such as {@code tool}. */
    public static Message of(String role, String content) {
        return new Message(
                JsonNodeFactory.instance.objectNode().put("role", role).put("content", content));
    }

    /**
     * A message as JSON; keys whose value is null count as missing, as in transformers.
     *
     * @throws UserException if it is no object with a role
     */
    public static Message of(JsonNode json) {
        if (!(json instanceof ObjectNode object) || !json.path("role").isTextual()) {
            throw new UserException(
                    "A message is a JSON object with a role and a content; found " + json + ".");
        }
        ObjectNode copy = object.deepCopy();
        copy.properties().removeIf(entry -> entry.getValue().isNull());
        return new Message(copy);
    }

    /** The same message with one more key, such as {@code reasoning_content}. */
    public Message with(String key, Object value) {
        ObjectNode copy = json.deepCopy();
        copy.set(key, Json.tree(value));
        return of(copy);
    }

    public String role() {
        return json.get("role").textValue();
    }

    /** The text; empty if the content is missing, or a list of parts. */
    public String content() {
        return json.path("content").asText("");
    }

    /** The message as JSON. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    @Override
    public String toString() {
        return role() + ": " + content();
    }
}
