package openweights.engine.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import openweights.base.InterruptKey;
import openweights.base.Terminal;
import openweights.base.UserException;
import openweights.engine.chat.Chat;
import org.jspecify.annotations.Nullable;

/** Reads messages line by line, and has the answers shown while they are generated. */
public final class ChatSession {

    private final Chat chat;
    private final ChatScreen screen;
    private final Runnable quit;

    private volatile boolean answering;

    /** Whether Ctrl-C was pressed during this answer; the second time, nothing is waited for. */
    private volatile boolean stopping;

    /**
     * @param quit ends the program, when somebody presses Ctrl-C and no answer is generated
     */
    public ChatSession(Chat chat, ChatScreen screen, Runnable quit) {
        this.chat = chat;
        this.screen = screen;
        this.quit = quit;
    }

    /**
     * Reads standard input to its end, or to {@code /exit}.
     *
     * @throws UserException if the chat refuses a message and nobody watches
     */
    public void run() throws IOException {
        InterruptKey.handle(this::interrupted);
        if (screen.watched()) {
            screen.help();
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, charset()));
        for (String line = next(in); line != null && !isExit(line); line = next(in)) {
            switch (line.strip()) {
                case "" -> {}
                case "/help" -> screen.help();
                case "/reset" -> chat.reset();
                default -> say(line);
            }
        }
    }

    private static boolean isExit(String line) {
        return line.strip().equals("/exit") || line.strip().equals("/quit");
    }

    private @Nullable String next(BufferedReader in) throws IOException {
        screen.prompt();
        return in.readLine();
    }

    /** A terminal may have another encoding than files. */
    private Charset charset() {
        return screen.watched() ? Terminal.charset() : StandardCharsets.UTF_8;
    }

    private void say(String message) {
        stopping = false;
        answering = true;
        try {
            screen.end(chat.say(message, screen));
        } catch (UserException e) {
            if (!screen.watched()) {
                throw e; // the messages that follow would be about something else
            }
            screen.refuse(String.valueOf(e.getMessage()));
        } finally {
            answering = false;
        }
    }

    /** On a thread of its own. */
    private void interrupted() {
        if (answering && !stopping) {
            stopping = true;
            chat.stop();
        } else {
            screen.endLine();
            quit.run();
        }
    }
}
