package openweights.engine.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.engine.generate.Continuation;
import openweights.engine.generate.Generation;
import openweights.engine.generate.GenerationConfig;
import openweights.engine.generate.Generator;
import openweights.engine.generate.Sampler;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;

/**
 * A conversation with a model. It is nothing but a text that grows: each question is appended as
 * the model's template says, and the model continues the text until it writes the token that ends
 * its turn.
 *
 * <pre>{@code
 * Chat chat = Chat.open(folder);
 * System.out.println(chat.say("What is a weight?"));
 * System.out.println(chat.say("And a bias?"));      // the model reads the whole conversation
 * System.out.println(chat.prompt());                // … which is this text
 * }</pre>
 *
 * <p>A chat is for one thread; only {@link #stop} may be called by others.
 */
public final class Chat {

    /** Far more than an answer has; the model's context is the other limit. */
    private static final int MAX_TOKENS = 4096;

    private final Model model;
    private final Tokenizer tokenizer;
    private final ChatTemplate template;
    private final Generator generator;
    private final Set<Integer> end;
    private final List<Message> messages = new ArrayList<>();
    private Map<String, ?> variables = Map.of();
    private Sampler sampler = GenerationConfig.DEFAULT.sampler();
    private int maxTokens = MAX_TOKENS;
    private Prompt prompt = new Prompt("", new BitSet());
    private State state;
    private int[] read = {};
    private volatile boolean stopped;

    /**
     * @throws openweights.engine.token.json.TokenizerException if the tokenizer does not belong to
     *     the model
     */
    public Chat(Model model, Tokenizer tokenizer, ChatTemplate template) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.template = template;
        this.generator = new Generator(model, tokenizer);
        this.state = model.newState();
        this.end = new HashSet<>(model.config().special().end());
        template.endToken().ifPresent(token -> tokenizer.idOf(token).ifPresent(end::add));
    }

    /**
     * A chat with a model, with the settings that its authors recommend.
     *
     * @param path a folder, or a {@code .gguf} file
     * @throws ModelException if it is a base model, or cannot be opened
     */
    public static Chat open(Path path) {
        ChatTemplate template = ChatTemplate.open(path);
        return new Chat(Model.open(path), Tokenizer.open(path), template)
                .sampling(GenerationConfig.read(path));
    }

    /** How the next token is chosen. */
    public Chat sampling(SamplerSettings settings) {
        this.sampler = settings.sampler();
        return this;
    }

    /** The longest answer, in tokens. */
    public Chat maxTokens(int tokens) {
        this.maxTokens = tokens;
        return this;
    }

    /** What else the template is told, such as {@code enable_thinking}: values for JSON. */
    public Chat variables(Map<String, ?> values) {
        this.variables = Map.copyOf(values);
        return this;
    }

    /** Begins anew, with a message that tells the model about its task. */
    public Chat system(String text) {
        messages.clear();
        messages.add(Message.system(text));
        return this;
    }

    /** Begins anew; a message of {@link #system} stays. */
    public void reset() {
        messages.removeIf(message -> !message.role().equals("system"));
    }

    /** What has been said so far. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The text that the model continued last, with its special tokens; empty at the beginning. */
    public String prompt() {
        return prompt.text();
    }

    /** The answer to what the user says. */
    public Answer say(String text) {
        return say(text, AnswerListener.NONE);
    }

    /**
     * The same, shown while it is generated.
     *
     * @throws ModelException if the conversation would be longer than the model's context; it is
     *     then as it was before
     * @throws openweights.engine.chat.template.value.TemplateException if the template refuses the
     *     messages; likewise
     */
    public Answer say(String text, AnswerListener listener) {
        List<Message> asked = new ArrayList<>(messages);
        asked.add(Message.user(text));
        Prompt rendered = template.prompt(asked, true, variables);
        int[] ids = rendered.encode(tokenizer);
        requireRoom(ids.length);
        stopped = false;
        prompt = rendered;
        Answer answer = answer(ids, listener);
        messages.add(Message.user(text));
        messages.add(message(answer));
        return answer;
    }

    /** Ends the answer that is being generated; what has been said of it stays. */
    public void stop() {
        stopped = true;
    }

    private static Message message(Answer answer) {
        Message message = Message.assistant(answer.text());
        return answer.thinking().isEmpty()
                ? message
                : message.with("reasoning_content", answer.thinking());
    }

    private void requireRoom(int tokens) {
        int context = model.config().dimensions().context();
        if (tokens == 0) {
            throw new ModelException(
                    "The model's chat template makes an empty text of this chat, which no model can continue.");
        }
        if (tokens >= context) {
            throw new ModelException(
                    "With this message the chat has %d tokens, and the model's context is %d. The message was not sent, and the chat is as it was before it: send a shorter one, or begin anew."
                            .formatted(tokens, context));
        }
    }

    private Answer answer(int[] ids, AnswerListener listener) {
        StringBuilder text = new StringBuilder();
        StringBuilder thinking = new StringBuilder();
        AnswerParts parts =
                new AnswerParts(
                        tokenizer.specialTokens().values(),
                        (kind, part) -> {
                            boolean thinks = kind == AnswerParts.Kind.THINKING;
                            (thinks ? thinking : text).append(part);
                            listener.show(part, thinks);
                        });
        parts.after(prompt);
        Generation generation = generator.generate(continuation(ids), parts::put);
        parts.finish();
        remember(ids, generation.ids());
        return new Answer(text.toString().strip(), thinking.toString().strip(), generation);
    }

    /** The state is kept from answer to answer, as long as the text only grows. */
    private Continuation continuation(int[] ids) {
        boolean grows = Arrays.mismatch(read, ids) == read.length;
        if (!grows || read.length != state.length()) {
            state = model.newState();
        }
        return new Continuation(
                ids, state, maxTokens, List.of(), sampler, end, true, () -> stopped);
    }

    private void remember(int[] ids, int[] added) {
        int[] all = Arrays.copyOf(ids, ids.length + added.length);
        System.arraycopy(added, 0, all, ids.length, added.length);
        read = Arrays.copyOf(all, state.length());
    }
}
