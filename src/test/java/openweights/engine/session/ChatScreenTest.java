package openweights.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import openweights.base.Colors;
import openweights.engine.chat.Answer;
import openweights.engine.generate.Generation;
import org.junit.jupiter.api.Test;

class ChatScreenTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ChatScreen screen(boolean watched) {
        return new ChatScreen(
                false, watched, Colors.ANSI, new PrintWriter(out), new PrintWriter(err));
    }

    private static Answer answer(Generation.End end) {
        return new Answer("42", "", new Generation(new int[1], new int[2], "42", end, 1, 1));
    }

    @Test
    void atATerminalThoughtsAreFaintAndOnLinesOfTheirOwn() {
        ChatScreen screen = screen(true);
        screen.prompt();
        screen.show("six times seven\u001b[2J", true);
        screen.show("42", false);
        screen.end(answer(Generation.End.LENGTH));
        assertEquals(
                "> \u001b[2msix times seven\\u001b[2J\n\u001b[22m42\n",
                out.toString().replace("\r\n", "\n"));
        assertEquals(
                "(ended after 2 tokens; --tokens allows more)\n",
                err.toString().replace("\r\n", "\n"));
    }

    @Test
    void aProgramGetsTheAnswerOnly() {
        ChatScreen screen = screen(false);
        screen.prompt();
        screen.show("six times seven", true);
        screen.show("42", false);
        screen.end(answer(Generation.End.END_TOKEN));
        assertEquals("42\n", out.toString().replace("\r\n", "\n"));
        assertEquals("", err.toString());
    }
}
