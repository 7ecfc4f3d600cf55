package openweights.grading.student;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.course.exercise.plain.Fitting;
import openweights.course.exercise.plain.Methods;
import openweights.course.exercise.plain.Plain;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.MissingAnswer;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Does what a {@link Message} asks, and says what came of it and what was printed meanwhile. */
final class RequestHandler {

    private final ProcessState surroundings = new ProcessState();
    private final List<@Nullable Object> kept = new ArrayList<>();
    private final Methods methods = new Methods(new Fitting(handle -> kept.get(handle.id())));
    private Cells cells = new Cells();

    Message answer(Message question) {
        Message answer = attempt(question);
        List<Object> values = new ArrayList<>(answer.values());
        values.add(surroundings.takePrinted());
        return Message.of(answer.word(), values.toArray());
    }

    private Message attempt(Message question) {
        try {
            return Message.of("value", value(question));
        } catch (MissingAnswer | NoClassDefFoundError e) {
            return Message.of("missing", e.getMessage());
        } catch (IllegalArgumentException e) {
            return Thrown.here(e) ? Message.of("refused", e.getMessage()) : Thrown.message(e);
        } catch (Throwable e) {
            return Thrown.message(e);
        }
    }

    private @Nullable Object value(Message question) throws Throwable {
        return switch (question.word()) {
            case "fresh" -> fresh();
            case "run" -> {
                cell(question.list(0));
                yield null;
            }
            case "evaluate" -> plain(cells.run(question.list(0)));
            case "make" -> keep(cells.run(question.list(0)));
            case "call" -> plain(call(name(question), null, arguments(question, 1)));
            case "callOn" -> plain(callOn(question));
            case "get" -> plain(cells.variable(name(question)));
            case "exists" -> cells.exists(name(question));
            case "signatures" ->
                    cells.methods(name(question)).stream().map(Methods::signature).toList();
            default -> throw new ProtocolException("Unknown question: " + question.word());
        };
    }

    private void cell(List<?> steps) throws Throwable {
        try {
            cells.run(steps);
        } finally {
            surroundings.afterCell();
        }
    }

    /** Forgets the student's classes and undoes what their code did to the process. */
    private boolean fresh() {
        kept.clear();
        boolean quiet = surroundings.restore();
        cells = new Cells();
        Thread.currentThread().setContextClassLoader(cells);
        return quiet;
    }

    private @Nullable Object call(String name, @Nullable Object object, Object[] arguments)
            throws Throwable {
        return methods.call(cells.methods(name), name, object, arguments);
    }

    private @Nullable Object callOn(Message question) throws Throwable {
        Handle handle = question.get(0, Handle.class);
        String name = question.get(1, String.class);
        Object object = kept.get(handle.id());
        return methods.call(
                Cells.methods(object.getClass(), name), name, object, arguments(question, 2));
    }

    private static String name(Message question) throws ProtocolException {
        return question.get(0, String.class);
    }

    private static Object[] arguments(Message question, int position) throws ProtocolException {
        List<?> arguments = question.list(position);
        return Arrays.copyOf(arguments.toArray(), arguments.size());
    }

    private @Nullable Object plain(@Nullable Object value) {
        return Plain.of(value, this::keep);
    }

    private Handle keep(@Nullable Object object) {
        kept.add(object);
        String type = object == null ? "null" : object.getClass().getSimpleName();
        return new Handle(kept.size() - 1, type);
    }
}
