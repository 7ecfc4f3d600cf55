package openweights.engine.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Dict;
import openweights.engine.chat.template.value.FromJson;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;

/** The variables that transformers gives to a template. */
public final class TemplateVariables {

    /** The names under which a message can hold what the model thought. */
    private static final List<String> REASONING =
            List.of("reasoning_content", "thinking", "reasoning");

    private TemplateVariables() {}

    /** Values for {@link Chat#variables} as somebody types them: each is JSON, or a text. */
    public static Map<String, Object> parse(Map<String, String> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        typed.forEach((name, text) -> values.put(name, value(name, text)));
        return values;
    }

    private static Object value(String name, String text) {
        try {
            return Json.readText(name, text);
        } catch (JsonException notJson) {
            return text;
        }
    }

    /**
     * @param more values that JSON can express, such as {@code tools} or {@code enable_thinking}
     */
    static Map<String, Value> of(
            Map<String, String> specialTokens,
            List<Message> messages,
            boolean addGenerationPrompt,
            Map<String, ?> more) {
        Map<String, Value> variables = new HashMap<>();
        specialTokens.forEach((name, token) -> variables.put(name, new Text(token)));
        variables.put("tools", None.NONE);
        variables.put("documents", None.NONE);
        more.forEach((name, value) -> variables.put(name, FromJson.of(Json.tree(value))));
        variables.put("messages", messages(messages));
        variables.put("add_generation_prompt", Bool.of(addGenerationPrompt));
        return variables;
    }

    private static Value messages(List<Message> messages) {
        List<Value> values = new ArrayList<>();
        messages.forEach(message -> values.add(value(message)));
        return Seq.list(values);
    }

    /** Templates make special tokens of roles, such as {@code <|user|>}: a role is not foreign. */
    private static Value value(Message message) {
        Dict foreign = (Dict) FromJson.of(withAliases(message.json()));
        Map<Value, Value> entries = new LinkedHashMap<>(foreign.entries());
        entries.put(new Text("role"), new Text(message.role()));
        return Dict.of(entries);
    }

    /** Templates differ in the name under which they look for what the model thought. */
    private static JsonNode withAliases(ObjectNode message) {
        JsonNode reasoning =
                REASONING.stream()
                        .map(message::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (reasoning == null) {
            return message;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("thinking", reasoning);
        all.setAll(message);
        all.set("reasoning_content", reasoning);
        return all;
    }
}
