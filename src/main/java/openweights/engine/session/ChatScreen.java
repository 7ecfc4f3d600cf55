package openweights.engine.session;

import java.io.PrintWriter;
import openweights.base.Colors;
import openweights.base.Json;
import openweights.base.TerminalText;
import openweights.engine.chat.Answer;
import openweights.engine.chat.AnswerJson;
import openweights.engine.chat.AnswerListener;

/** Shows a chat: answers while they are generated, and notes beside them. */
public final class ChatScreen implements AnswerListener {

    private static final String HELP =
            "Each line is a message. /reset begins anew, /exit or Ctrl-D ends. Ctrl-C ends an answer.";

    private final boolean json;
    private final boolean watched;
    private final Colors colors;
    private final PrintWriter out;
    private final PrintWriter err;

    private boolean dimmed;

    /**
     * @param json whether to print each answer as JSON, when it is complete
     * @param watched whether somebody sits at a terminal, so that there are prompts and thoughts
     * @param out for answers
     * @param err for notes
     */
    public ChatScreen(
            boolean json, boolean watched, Colors colors, PrintWriter out, PrintWriter err) {
        this.json = json;
        this.watched = watched;
        this.colors = colors;
        this.out = out;
        this.err = err;
    }

    boolean watched() {
        return watched;
    }

    void help() {
        err.println(HELP);
    }

    /** Asks for the next message. */
    void prompt() {
        if (watched) {
            out.print("> ");
            out.flush();
        }
    }

    @Override
    public void show(String text, boolean thinking) {
        if (json || (thinking && !watched)) {
            return; // a program that reads this wants the answer
        }
        dim(thinking);
        out.print(watched ? TerminalText.withoutControls(text) : text);
        out.flush();
    }

    /** Thoughts are dimmed and end with a line of their own. */
    private void dim(boolean thinking) {
        if (dimmed != thinking) {
            out.print(thinking ? "" : System.lineSeparator());
            out.print(colors.faint(thinking));
            dimmed = thinking;
        }
    }

    /** Ends an answer, and says if it is not complete. */
    void end(Answer answer) {
        if (json) {
            out.println(Json.line(AnswerJson.of(answer)));
            out.flush();
            return;
        }
        dim(false);
        endLine();
        switch (answer.generation().end()) {
            case LENGTH ->
                    err.println(
                            "(ended after %d tokens; --tokens allows more)"
                                    .formatted(answer.generation().ids().length));
            case CONTEXT -> err.println("(the model's context is full; /reset begins anew)");
            case INTERRUPTED -> err.println("(stopped)");
            default -> {}
        }
        err.flush();
    }

    void endLine() {
        out.println();
        out.flush();
    }

    /** Says what is wrong with a message; its text may come from a model's template. */
    void refuse(String reason) {
        err.println(TerminalText.printableLines(reason));
    }
}
