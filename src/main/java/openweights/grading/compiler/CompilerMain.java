package openweights.grading.compiler;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import openweights.grading.protocol.Frame;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Compiles cells until the grader hangs up. */
public final class CompilerMain {

    private @Nullable CellCompiler compiler;

    private CompilerMain() {}

    /** Talks on descriptors 3 and 4. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream("/proc/self/fd/3")));
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream("/proc/self/fd/4")));
        CompilerMain main = new CompilerMain();
        while (true) {
            try {
                Frame frame = Frame.read(in);
                main.answer(Message.read(frame.body())).send(frame.ticket(), out);
            } catch (EOFException e) {
                return;
            }
        }
    }

    private Message answer(Message question) throws ProtocolException {
        return switch (question.word()) {
            case "open" -> open(question);
            case "cell" -> opened().cell(question.get(0, String.class)).message();
            case "expression" -> opened().expression(question.get(0, String.class)).message();
            default -> throw new ProtocolException("Unknown question: " + question.word());
        };
    }

    private CellCompiler opened() throws ProtocolException {
        if (compiler == null) {
            throw new ProtocolException("The first question must be: open");
        }
        return compiler;
    }

    /** Nothing of one submission is left for the next. */
    private Message open(Message question) throws ProtocolException {
        if (compiler != null) {
            compiler.close();
        }
        List<?> imports = question.list(0);
        compiler = new CellCompiler(imports.stream().map(String.class::cast).toList());
        return Message.of("value", (Object) null);
    }
}
