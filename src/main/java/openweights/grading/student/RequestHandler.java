package openweights.grading.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import openweights.course.exercise.plain.Fitting;
import openweights.course.exercise.plain.Methods;
import openweights.course.exercise.plain.Plain;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.MissingAnswer;
import openweights.grading.protocol.Message;
import openweights.grading.protocol.MessageType;
import openweights.grading.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Does what a {@link Message} asks and answers with the outcome and the text printed meanwhile. */
final class RequestHandler {

    private final ProcessState processState = new ProcessState();
    private final List<Object> kept = new ArrayList<>();
    private Methods methods = methods();
    private Cells cells = new Cells();

    Message answer(Message request) {
        Message outcome = attempt(request);
        List<@Nullable Object> values = new ArrayList<>(outcome.values());
        values.add(processState.takePrinted());
        return new Message(outcome.type(), values);
    }

    private Message attempt(Message request) {
        try {
            return Message.of(MessageType.VALUE, value(request));
        } catch (MissingAnswer | NoClassDefFoundError e) {
            return Message.of(MessageType.MISSING, e.getMessage());
        } catch (IllegalArgumentException e) {
            return Thrown.isFromConversion(e)
                    ? Message.of(MessageType.REFUSED, e.getMessage())
                    : Thrown.message(e);
        } catch (Throwable e) {
            return Thrown.message(e);
        }
    }

    private @Nullable Object value(Message request) throws Throwable {
        return switch (request.type()) {
            case RESET -> reset();
            case RUN -> {
                runCell(request.list(0));
                yield null;
            }
            case EVALUATE -> plain(cells.run(request.list(0)));
            case MAKE -> keep(cells.run(request.list(0)));
            case CALL -> plain(call(request));
            case CALL_ON -> plain(callOn(request));
            case ARGUMENTS -> plain(methods.arguments());
            case GET -> plain(cells.variable(name(request)));
            case EXISTS -> cells.exists(name(request));
            case SIGNATURES ->
                    cells.methods(name(request)).stream().map(Methods::signature).toList();
            default -> throw new ProtocolException("Not a request: " + request.type());
        };
    }

    private void runCell(List<?> steps) throws Throwable {
        try {
            cells.run(steps);
        } finally {
            processState.afterCell();
        }
    }

    /** Forgets the student's classes and undoes what their code did to the process. */
    private boolean reset() {
        kept.clear();
        methods = methods();
        boolean clean = processState.restore();
        cells = new Cells();
        Thread.currentThread().setContextClassLoader(cells);
        return clean;
    }

    private Methods methods() {
        return new Methods(new Fitting(handle -> kept.get(handle.id())));
    }

    private @Nullable Object call(Message request) throws Throwable {
        String name = name(request);
        return methods.call(cells.methods(name), name, null, arguments(request, 1));
    }

    private @Nullable Object callOn(Message request) throws Throwable {
        Handle handle = request.get(0, Handle.class);
        String name = request.get(1, String.class);
        Object object = Objects.requireNonNull(kept.get(handle.id()), "the object of a handle");
        return methods.call(
                Cells.methods(object.getClass(), name), name, object, arguments(request, 2));
    }

    private static String name(Message request) throws ProtocolException {
        return request.get(0, String.class);
    }

    private static Object[] arguments(Message request, int position) throws ProtocolException {
        return request.list(position).toArray();
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
