package openweights.engine.chat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import openweights.engine.generate.Generation;

/** An answer for programs. */
public final class AnswerJson {

    private AnswerJson() {}

    public static Map<String, Object> of(Answer answer) {
        Generation generation = answer.generation();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", answer.text());
        json.put("thinking", answer.thinking());
        json.put("end", generation.end().name().toLowerCase(Locale.ROOT));
        json.put("prompt_tokens", generation.prompt().length);
        json.put("tokens", generation.ids().length);
        return json;
    }
}
