package openweights.grading.compiler;

import java.io.IOException;
import java.util.List;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.protocol.ProtocolException;
import openweights.grading.protocol.RequestLoop;
import org.jspecify.annotations.Nullable;

/** Compiles cells until the grader hangs up. */
public final class CompilerMain {

    private @Nullable CellCompiler compiler;

    private CompilerMain() {}

    public static void main(String[] arguments) throws IOException {
        RequestLoop.run(new CompilerMain()::answer);
    }

    private Message answer(Message request) throws ProtocolException {
        return switch (request.type()) {
            case OPEN -> open(request);
            case CELL -> opened().cell(request.get(0, String.class)).message();
            case EXPRESSION -> opened().expression(request.get(0, String.class)).message();
            default -> throw new ProtocolException("Not a request: " + request.type());
        };
    }

    private CellCompiler opened() throws ProtocolException {
        if (compiler == null) {
            throw new ProtocolException("The first request must be OPEN.");
        }
        return compiler;
    }

    /** Begins a notebook; nothing of the one before is left. */
    private Message open(Message request) throws ProtocolException {
        if (compiler != null) {
            compiler.close();
        }
        List<?> imports = request.list(0);
        compiler = new CellCompiler(imports.stream().map(String.class::cast).toList());
        return Message.of(MessageType.VALUE, (Object) null);
    }
}
