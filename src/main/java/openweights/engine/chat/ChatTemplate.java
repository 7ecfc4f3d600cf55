package openweights.engine.chat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.engine.chat.template.Template;
import openweights.engine.chat.template.value.Text;
import openweights.engine.model.config.ModelException;

/**
 * A model's chat template: the program, written in Jinja by the model's publisher, that turns
 * messages into the one text that the model continues. It is what {@code apply_chat_template} is in
 * transformers, and renders the same text.
 *
 * <pre>{@code
 * ChatTemplate template = ChatTemplate.open(folder);
 * String text = template.render(List.of(Message.user("Who are you?")), true);
 * Prompt prompt = template.prompt(List.of(Message.user("What does </s> mean?")), true, Map.of());
 * int[] ids = prompt.encode(tokenizer);    // </s> is text here, whatever it is in the vocabulary
 * }</pre>
 */
public final class ChatTemplate {

    private final String source;
    private final Template template;
    private final Map<String, String> specialTokens;

    private ChatTemplate(String where, String source, Map<String, String> specialTokens) {
        this.source = source;
        this.template = Template.parse(where, source);
        this.specialTokens = Map.copyOf(specialTokens);
    }

    /**
     * The template of a model for an ordinary chat.
     *
     * @param model a folder, or a {@code .gguf} file
     * @throws ModelException if the model has none: then it is a base model
     * @throws openweights.engine.chat.template.value.TemplateException if it is not a template
     */
    public static ChatTemplate open(Path model) {
        return find(model).orElseThrow(() -> noTemplate(model));
    }

    /** The same; empty for a base model. */
    public static Optional<ChatTemplate> find(Path model) {
        TemplateFiles files = TemplateFiles.of(model);
        if (files.texts().isEmpty()) {
            return Optional.empty();
        }
        String text = files.texts().get(TemplateFiles.DEFAULT);
        if (text == null) {
            throw new ModelException(
                    "%s: the model has chat templates for special purposes (%s), and none for an ordinary chat."
                            .formatted(
                                    files.where(),
                                    String.join(
                                            ", ",
                                            files.texts().keySet().stream().sorted().toList())));
        }
        return Optional.of(parse(files.where() + ", chat template", text, SpecialTokens.of(model)));
    }

    /**
     * A template of your own.
     *
     * @param where what messages call it
     * @param source the template, in Jinja
     * @param specialTokens what it knows by name, such as {@code bos_token}
     */
    public static ChatTemplate parse(
            String where, String source, Map<String, String> specialTokens) {
        return new ChatTemplate(where, source, specialTokens);
    }

    private static ModelException noTemplate(Path model) {
        return new ModelException(
                "%s has no chat template: it is a base model, which continues a text and was not taught to answer. Give it the beginning of a text with ./course generate, or choose a model that is made for chats; their names often end in -Instruct or -Chat."
                        .formatted(model));
    }

    /** The template itself, in Jinja. */
    public String source() {
        return source;
    }

    /** The token that ends a text, if the model's files name one. */
    Optional<String> endToken() {
        return Optional.ofNullable(specialTokens.get("eos_token"));
    }

    /**
     * The text of a chat.
     *
     * @param addGenerationPrompt whether to append what begins an answer of the model
     * @throws openweights.engine.chat.template.value.TemplateException if the template refuses the
     *     messages, or fails
     */
    public String render(List<Message> messages, boolean addGenerationPrompt) {
        return render(messages, addGenerationPrompt, Map.of());
    }

    /**
     * The same, with more variables, which depend on the template: {@code tools}, {@code
     * documents}, {@code enable_thinking}, …
     *
     * @param variables names, and values that JSON can express
     */
    public String render(
            List<Message> messages, boolean addGenerationPrompt, Map<String, ?> variables) {
        return prompt(messages, addGenerationPrompt, variables).text();
    }

    /** The same, with what comes from messages told from what the template writes. */
    public Prompt prompt(
            List<Message> messages, boolean addGenerationPrompt, Map<String, ?> variables) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        return prompt(messages, addGenerationPrompt, variables, clock);
    }

    Prompt prompt(
            List<Message> messages,
            boolean addGenerationPrompt,
            Map<String, ?> variables,
            Clock clock) {
        if (messages.isEmpty()) {
            throw new ModelException("A chat template needs at least one message.");
        }
        Text text =
                template.render(
                        TemplateVariables.of(
                                specialTokens, messages, addGenerationPrompt, variables),
                        clock);
        return new Prompt(text.value(), text.foreign());
    }
}
