package openweights.grading.remote;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.StudentException;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a student's process on behalf of one test. Once the process is lost, nothing is answered any
 * more, whatever the test makes of it.
 */
public final class RemoteStudent implements Student {

    private static final int MAX_OUTPUT = 1 << 20;

    /** What JShell throws where a name is used that nobody has defined. */
    private static final String UNRESOLVED = "jdk.jshell.spi.SPIResolutionException";

    private final StudentProcess process;
    private final Compiler compiler;
    private final Map<String, String> sources;
    private final Map<String, Long> variant;
    private final List<String> unresolved;
    private final Deadline end;
    private final Duration patience;
    private final StringBuilder printed = new StringBuilder();
    private @Nullable LostProcess loss;

    RemoteStudent(
            StudentProcess process,
            Compiler compiler,
            Map<String, String> sources,
            Map<String, Long> variant,
            List<String> unresolved,
            Duration patience) {
        this.process = process;
        this.compiler = compiler;
        this.sources = sources;
        this.variant = variant;
        this.unresolved = unresolved;
        this.patience = patience;
        end = Deadline.in(patience);
    }

    /** How the process was lost during this test. */
    public Optional<LostProcess> loss() {
        return Optional.ofNullable(loss);
    }

    @Override
    public @Nullable Object call(String method, Object... arguments) {
        return ask(Message.of("call", method, Arrays.asList(arguments)));
    }

    @Override
    public @Nullable Object call(Handle object, String method, Object... arguments) {
        return ask(Message.of("callOn", object, method, Arrays.asList(arguments)));
    }

    @Override
    public @Nullable Object eval(String expression) {
        return ask(Message.of("evaluate", steps(expression)));
    }

    @Override
    public Handle make(String expression) {
        return (Handle) Objects.requireNonNull(ask(Message.of("make", steps(expression))));
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
        return ask(Message.of("get", variable));
    }

    @Override
    public boolean exists(String name) {
        return Boolean.TRUE.equals(ask(Message.of("exists", name)));
    }

    @Override
    public List<String> signatures(String method) {
        return ask(Message.of("signatures", method)) instanceof List<?> list
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

    private @Nullable Object ask(Message question) {
        if (loss != null) {
            throw loss;
        }
        try {
            Message answer = process.ask(question, left());
            hear(answer);
            return value(answer);
        } catch (LostProcess e) {
            throw lose(e);
        } catch (ProtocolException e) {
            throw lose(new LostProcess(ProcessFailure.PROTOCOL, e.getMessage()));
        }
    }

    private Duration left() {
        if (end.passed()) {
            throw new LostProcess(
                    ProcessFailure.TIMEOUT, "No answer in " + patience.toSeconds() + " s.");
        }
        return end.atMost(patience);
    }

    private LostProcess lose(LostProcess how) {
        process.close();
        loss = how;
        return how;
    }

    /** What was printed comes last in every answer. */
    private void hear(Message answer) throws ProtocolException {
        printed.append(answer.get(answer.values().size() - 1, String.class));
        if (printed.length() > MAX_OUTPUT) {
            throw new LostProcess(ProcessFailure.OUTPUT, "It printed more than is kept.");
        }
    }

    private @Nullable Object value(Message answer) throws ProtocolException {
        return switch (answer.word()) {
            case "value" -> answer.values().get(0);
            case "thrown" -> throw thrown(answer);
            case "missing" -> throw new MissingAnswer(answer.get(0, String.class));
            case "refused" ->
                    throw new StudentException(
                            IllegalArgumentException.class.getName(), answer.get(0, String.class));
            default -> throw new ProtocolException("Unknown answer: " + answer.word());
        };
    }

    private RuntimeException thrown(Message answer) throws ProtocolException {
        String type = answer.get(0, String.class);
        if (type.equals(UNRESOLVED)) {
            return new MissingAnswer(
                    "The code uses what is not defined: " + String.join(", ", unresolved) + ".");
        }
        Object message = answer.values().get(1);
        return new StudentException(type, message instanceof String text ? text : null);
    }
}
