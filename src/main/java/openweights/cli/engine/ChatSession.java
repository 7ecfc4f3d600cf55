package openweights.cli.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import openweights.base.InterruptKey;
import openweights.base.Json;
import openweights.base.Terminal;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.engine.chat.Answer;
import openweights.engine.chat.AnswerJson;
import openweights.engine.chat.Chat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Style;

/** Reads messages line by line, and shows the answers while they are generated. */
final class ChatSession {

    private static final String HELP =
            "Each line is a message. /reset begins anew, /exit or Ctrl-D ends. Ctrl-C ends an answer.";

    /** What a shell reports of a program that Ctrl-C ended: 128 and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    private final Chat chat;
    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean watched = Terminal.isThere();
    private final boolean dims = Colors.wanted() != Colors.NONE;
    private volatile boolean answering;

    /** Whether Ctrl-C was pressed during this answer; the second time, nothing is waited for. */
    private volatile boolean stopping;

    private boolean dimmed;

    /**
     * @param json whether to print each answer as JSON instead
     */
    ChatSession(Chat chat, boolean json, CommandLine command) {
        this.chat = chat;
        this.json = json;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    void run() throws IOException {
        InterruptKey.handle(this::interrupted);
        if (watched) {
            err.println(HELP);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, charset()));
        for (String line = next(in); line != null && !isExit(line); line = next(in)) {
            switch (line.strip()) {
                case "" -> {}
                case "/help" -> err.println(HELP);
                case "/reset" -> chat.reset();
                default -> say(line);
            }
        }
    }

    private static boolean isExit(String line) {
        return line.strip().equals("/exit") || line.strip().equals("/quit");
    }

    private @Nullable String next(BufferedReader in) throws IOException {
        if (watched) {
            out.print("> ");
            out.flush();
        }
        return in.readLine();
    }

    /** A terminal may have another encoding than files. */
    private Charset charset() {
        return watched ? Terminal.charset() : StandardCharsets.UTF_8;
    }

    private void say(String message) {
        stopping = false;
        answering = true;
        try {
            note(chat.say(message, this::show));
        } catch (UserException e) {
            if (!watched) {
                throw e; // the messages that follow would be about something else
            }
            err.println(TerminalText.printableLines(String.valueOf(e.getMessage())));
        } finally {
            answering = false;
        }
    }

    private void show(String text, boolean thinking) {
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
            out.print(dims ? (thinking ? Style.faint.on() : Style.faint.off()) : "");
            dimmed = thinking;
        }
    }

    private void note(Answer answer) {
        if (json) {
            out.println(Json.line(AnswerJson.of(answer)));
            out.flush();
            return;
        }
        dim(false);
        out.println();
        out.flush();
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

    /** On a thread of its own. */
    private void interrupted() {
        if (answering && !stopping) {
            stopping = true;
            chat.stop();
        } else {
            out.println();
            out.flush();
            System.exit(INTERRUPTED);
        }
    }
}
