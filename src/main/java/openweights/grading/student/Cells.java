package openweights.grading.student;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.test.MissingAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The classes that JShell made of a notebook's cells, and what is defined in them.
 *
 * <p>JShell puts each method, variable and type into a class of its own, and a definition that is
 * changed into another class. So the newest class that has a name has its definition.
 */
final class Cells extends ClassLoader {

    private static final String STATEMENT = "do_it$";

    private final Map<String, byte[]> waiting = new HashMap<>();

    /** The classes of snippets, the newest first. */
    private final List<Class<?>> snippets = new ArrayList<>();

    Cells() {
        super(Cells.class.getClassLoader());
    }

    /**
     * Takes the steps of a cell. One that throws ends the cell, but what it defines further on is
     * defined.
     *
     * @return the value of the last step
     */
    @Nullable Object run(List<?> steps) throws Throwable {
        Object value = null;
        Throwable thrown = null;
        for (Object each : steps) {
            List<?> step = (List<?>) each;
            if (step.get(0).equals("define")) {
                define((Map<?, ?>) step.get(1));
            } else if (thrown == null) {
                try {
                    value = invoke((String) step.get(1), (String) step.get(2));
                } catch (InvocationTargetException e) {
                    thrown = e.getCause();
                }
            }
        }
        if (thrown != null) {
            throw thrown;
        }
        return value;
    }

    private void define(Map<?, ?> classes) throws ClassNotFoundException {
        classes.forEach((name, code) -> waiting.put((String) name, (byte[]) code));
        for (Object name : classes.keySet()) {
            Class<?> type = Class.forName((String) name, false, this);
            if (type.getEnclosingClass() == null) {
                snippets.add(0, type);
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = waiting.remove(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    private @Nullable Object invoke(String className, String method)
            throws ReflectiveOperationException {
        Method statement = Class.forName(className, false, this).getDeclaredMethod(method);
        statement.setAccessible(true);
        return statement.invoke(null);
    }

    /** Methods of this name that cells define, the newest first. */
    List<Method> methods(String name) {
        return snippets.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name) && isStatic(method.getModifiers()))
                .filter(method -> !name.equals(STATEMENT))
                .toList();
    }

    /** Methods of this name that an object has, those of its own class first. */
    static List<Method> methods(Class<?> type, String name) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredMethods())
                    .filter(method -> method.getName().equals(name))
                    .filter(method -> !isStatic(method.getModifiers()) && !method.isBridge())
                    .forEach(methods::add);
        }
        return methods;
    }

    @Nullable Object variable(String name) throws ReflectiveOperationException {
        for (Class<?> type : snippets) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(null);
                }
            }
        }
        throw new MissingAnswer(
                "There is no variable " + name + ". Declare it in the answer's cell.");
    }

    boolean exists(String name) {
        return snippets.stream()
                        .anyMatch(
                                type ->
                                        named(type.getDeclaredFields(), name)
                                                || Arrays.stream(type.getDeclaredClasses())
                                                        .anyMatch(
                                                                inner ->
                                                                        inner.getSimpleName()
                                                                                .equals(name)))
                || !methods(name).isEmpty();
    }

    private static boolean named(Field[] fields, String name) {
        return Arrays.stream(fields).anyMatch(field -> field.getName().equals(name));
    }

    private static boolean isStatic(int modifiers) {
        return Modifier.isStatic(modifiers);
    }
}
