package openweights.grading.remote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jdk.jshell.spi.SPIResolutionException;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.StudentException;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a student's process on behalf of one test. Once the process is lost, every further request
 * fails, whatever the test does about it.
 */
public final class RemoteStudent implements Student {

    private static final int MAX_OUTPUT = 1 << 20;

    /** What JShell throws where code uses a name that nothing defines. */
    private static final String UNRESOLVED = SPIResolutionException.class.getName();

    private final StudentProcess process;
    private final Compiler compiler;
    private final Map<String, String> sources;
    private final Map<String, Long> variant;
    private final List<String> unresolved;
    private final Deadline end;
    private final Duration timeout;
    private final StringBuilder printed = new StringBuilder();
    private @Nullable LostProcess failure;

    RemoteStudent(
            StudentProcess process,
            Compiler compiler,
            Map<String, String> sources,
            Map<String, Long> variant,
            List<String> unresolved,
            Duration timeout) {
        this.process = process;
        this.compiler = compiler;
        this.sources = sources;
        this.variant = variant;
        this.unresolved = unresolved;
        this.timeout = timeout;
        end = Deadline.in(timeout);
    }

    /** How the process was lost during this test; empty if it was not. */
    public Optional<LostProcess> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public @Nullable Object call(String method, Object... arguments) {
        return ask(Message.of(MessageType.CALL, method, Arrays.asList(arguments)));
    }

    @Override
    public List<@Nullable Object> arguments() {
        return ask(Message.of(MessageType.ARGUMENTS)) instanceof List<?> list
                ? new ArrayList<>(list)
                : List.of();
    }

    @Override
    public @Nullable Object call(Handle object, String method, Object... arguments) {
        return ask(Message.of(MessageType.CALL_ON, object, method, Arrays.asList(arguments)));
    }

    @Override
    public @Nullable Object eval(String expression) {
        return ask(Message.of(MessageType.EVALUATE, steps(expression)));
    }

    @Override
    public Handle make(String expression) {
        return (Handle)
                Objects.requireNonNull(ask(Message.of(MessageType.MAKE, steps(expression))));
    }

    private List<?> steps(String expression) {
        CompiledCell compiled = compiler.expression(expression);
        compiled.problem()
                .ifPresent(
                        problem -> {
                            throw new MissingAnswer(expression + ": " + problem);
                        });
        return compiled.steps();
    }

    @Override
    public @Nullable Object get(String variable) {
        return ask(Message.of(MessageType.GET, variable));
    }

    @Override
    public boolean exists(String name) {
        return Boolean.TRUE.equals(ask(Message.of(MessageType.EXISTS, name)));
    }

    @Override
    public List<String> signatures(String method) {
        return ask(Message.of(MessageType.SIGNATURES, method)) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public String stdout() {
        return printed.toString();
    }

    @Override
    public String source(String question) {
        return sources.getOrDefault(question, "");
    }

    @Override
    public Map<String, Long> variant() {
        return variant;
    }

    private @Nullable Object ask(Message request) {
        if (failure != null) {
            throw failure;
        }
        try {
            Message answer = process.ask(request, left());
            record(answer);
            return value(answer);
        } catch (LostProcess e) {
            throw lose(e);
        } catch (ProtocolException e) {
            throw lose(new LostProcess(ProcessFailure.PROTOCOL, e.getMessage()));
        }
    }

    private Duration left() {
        if (end.passed()) {
            throw LostProcess.late(timeout);
        }
        return end.atMost(timeout);
    }

    private LostProcess lose(LostProcess how) {
        process.close();
        failure = how;
        return how;
    }

    /** Every answer ends with the text that was printed. */
    private void record(Message answer) throws ProtocolException {
        printed.append(answer.get(answer.values().size() - 1, String.class));
        if (printed.length() > MAX_OUTPUT) {
            throw new LostProcess(ProcessFailure.OUTPUT, "It printed too much.");
        }
    }

    private Object value(Message answer) throws ProtocolException {
        return switch (answer.type()) {
            case VALUE -> answer.values().get(0);
            case THROWN -> throw thrown(answer);
            case MISSING -> throw new MissingAnswer(answer.get(0, String.class));
            case REFUSED ->
                    throw new StudentException(
                            IllegalArgumentException.class.getName(), answer.get(0, String.class));
            default -> throw new ProtocolException("Not an answer: " + answer.type());
        };
    }

    private RuntimeException thrown(Message answer) throws ProtocolException {
        String type = answer.get(0, String.class);
        if (type.equals(UNRESOLVED)) {
            return new MissingAnswer(
                    "The code uses names that are not defined: "
                            + String.join(", ", unresolved)
                            + ".");
        }
        Object message = answer.values().get(1);
        return new StudentException(type, message instanceof String text ? text : null);
    }
}
