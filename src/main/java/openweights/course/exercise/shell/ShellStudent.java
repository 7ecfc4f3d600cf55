package openweights.course.exercise.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.SPIResolutionException;
import openweights.course.exercise.plain.Fitting;
import openweights.course.exercise.plain.Methods;
import openweights.course.exercise.plain.Plain;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.StudentException;
import org.jspecify.annotations.Nullable;

/**
 * Serves tests from a JShell in this JVM. It calls methods and reads variables by reflection, and
 * evaluates expressions as snippets. Meanwhile it captures what the code prints.
 */
public final class ShellStudent implements Student {

    /** In the compiler's message, the name that is not defined. */
    private static final Pattern SYMBOL =
            Pattern.compile("symbol: +(method|variable|class) (\\w+)");

    private final JShell shell;
    private final UnaryOperator<String> sources;
    private final Map<String, Long> variant;
    private final Definitions definitions;
    private final ClassLoader loader;

    /** Whose methods and fields hide those of the cells; null for none. */
    private @Nullable Object overlay;

    private boolean evaluated;

    private final List<@Nullable Object> kept = new ArrayList<>();
    private final Methods methods = new Methods(new Fitting(handle -> kept.get(handle.id())));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);

    /**
     * @param shell a JShell whose snippets run in this JVM
     * @param sources returns the source of a question's answer cell
     */
    public ShellStudent(JShell shell, UnaryOperator<String> sources, Map<String, Long> variant) {
        this.shell = shell;
        this.sources = sources;
        this.variant = Map.copyOf(variant);
        Class<?> snippet =
                (Class<?>)
                        Objects.requireNonNull(
                                value("java.lang.invoke.MethodHandles.lookup().lookupClass()"));
        this.loader = snippet.getClassLoader();
        this.definitions = new Definitions(shell, loader);
    }

    /** Serves tests from the cells that have run in a notebook's shell. */
    public static ShellStudent of(
            NotebookShell notebook, UnaryOperator<String> sources, Map<String, Long> variant) {
        return new ShellStudent(notebook.shell(), sources, variant);
    }

    @Override
    public @Nullable Object call(String method, Object... arguments) {
        List<Method> own = overlaid(method);
        List<Method> candidates = own.isEmpty() ? definitions.methods(method) : own;
        Object target = own.isEmpty() ? null : overlay;
        return plain(() -> call(candidates, method, target, arguments));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<@Nullable Object> arguments() {
        return (List<@Nullable Object>) Objects.requireNonNull(plain(() -> methods.arguments()));
    }

    @Override
    public @Nullable Object call(Handle object, String method, Object... arguments) {
        Object target = kept.get(object.id());
        List<Method> candidates = new ArrayList<>();
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .forEach(candidates::add);
        }
        return plain(() -> call(candidates, method, target, arguments));
    }

    private @Nullable Object call(
            List<Method> candidates, String name, @Nullable Object target, Object... arguments)
            throws Exception {
        try {
            return methods.call(candidates, name, target, arguments);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new StudentException(e.getClass().getName(), e.getMessage());
        }
    }

    @Override
    public @Nullable Object eval(String expression) {
        evaluated = true;
        return plain(() -> value(expression));
    }

    @Override
    public Handle make(String expression) {
        evaluated = true;
        return (Handle) Objects.requireNonNull(quietly(() -> keep(value(expression))));
    }

    @Override
    public @Nullable Object get(String variable) {
        Field field =
                overlaidField(variable)
                        .or(() -> definitions.variable(variable))
                        .orElseThrow(
                                () ->
                                        new MissingAnswer(
                                                "There is no variable %s. Run the cell that declares it."
                                                        .formatted(variable)));
        return plain(
                () -> {
                    field.setAccessible(true);
                    return field.get(overlay);
                });
    }

    @Override
    public boolean exists(String name) {
        return !overlaid(name).isEmpty()
                || overlaidField(name).isPresent()
                || definitions.exists(name);
    }

    @Override
    public List<String> signatures(String method) {
        return definitions.signatures(method);
    }

    @Override
    public String stdout() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Override
    public String source(String question) {
        return sources.apply(question);
    }

    @Override
    public Map<String, Long> variant() {
        return variant;
    }

    /**
     * Lets the methods and fields of an object hide those of the cells.
     *
     * @param object from {@link Overlays}; null to end it
     */
    public void overlay(@Nullable Object object) {
        overlay = object;
        evaluated = false;
    }

    /** Whether a test has evaluated an expression, which sees the cells and no overlay. */
    public boolean hasEvaluated() {
        return evaluated;
    }

    ClassLoader loader() {
        return loader;
    }

    private List<Method> overlaid(String method) {
        return overlay == null
                ? List.of()
                : Arrays.stream(overlay.getClass().getDeclaredMethods())
                        .filter(each -> each.getName().equals(method))
                        .toList();
    }

    private Optional<Field> overlaidField(String name) {
        return overlay == null
                ? Optional.empty()
                : Arrays.stream(overlay.getClass().getDeclaredFields())
                        .filter(each -> each.getName().equals(name))
                        .findFirst();
    }

    /** Discards what was printed, because a new test begins. */
    public ShellStudent fresh() {
        printed.reset();
        return this;
    }

    private @Nullable Object plain(Callable<@Nullable Object> code) {
        return quietly(() -> Plain.of(code.call(), this::keep));
    }

    private Handle keep(@Nullable Object object) {
        kept.add(object);
        String type = object == null ? "null" : object.getClass().getSimpleName();
        return new Handle(kept.size() - 1, type);
    }

    private @Nullable Object quietly(Callable<@Nullable Object> code) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(capture);
        System.setErr(capture);
        try {
            return code.call();
        } catch (StudentException | MissingAnswer | ThreadDeath known) {
            // ThreadDeath: the stop button was pressed.
            throw known;
        } catch (SPIResolutionException unresolved) {
            throw new MissingAnswer("The answer uses a name that no cell defines.");
        } catch (Exception | Error thrown) {
            throw new StudentException(thrown.getClass().getName(), thrown.getMessage());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** The value of an expression; null if it has none. */
    private @Nullable Object value(String expression) {
        long number = Delivery.number();
        String bring = Delivery.class.getName() + ".bring(" + number + "L, " + expression + ");";
        SnippetEvent event = last(shell.eval(bring));
        if (event.status() == Snippet.Status.REJECTED) {
            String errors = NotebookShell.errors(shell, event.snippet());
            if (!errors.contains("void")) {
                throw missing(expression, errors);
            }
            event = last(shell.eval(expression + ";"));
        }
        if (event.exception() != null) {
            throw NotebookShell.thrown(event.exception());
        }
        Object[] value = Delivery.take(number);
        return value == null ? null : value[0];
    }

    /** An expression that does not compile: usually a cell that defines a name has not been run. */
    private static MissingAnswer missing(String expression, String errors) {
        Matcher symbol = SYMBOL.matcher(errors);
        return new MissingAnswer(
                symbol.find()
                        ? "There is no %s %s yet. Run the cell above that defines it, then your answer, and then this one again."
                                .formatted(symbol.group(1), symbol.group(2))
                        : expression + " does not compile: " + errors);
    }

    private static SnippetEvent last(List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
