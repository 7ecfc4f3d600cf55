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
import openweights.grading.protocol.Step;
import org.jspecify.annotations.Nullable;

/**
 * The classes that JShell made of a notebook's cells, and the definitions in them.
 *
 * <p>JShell puts each method, variable and type into its own class, and a changed definition into a
 * new one. So the newest class that defines a name holds its current definition.
 */
final class Cells extends ClassLoader {

    /** Where JShell puts all classes of cells. */
    static final String PACKAGE = "REPL.";

    private static final String STATEMENT = "do_it$";

    private final Map<String, byte[]> waiting = new HashMap<>();

    /** The classes of snippets, newest first. */
    private final List<Class<?>> snippets = new ArrayList<>();

    Cells() {
        super(Cells.class.getClassLoader());
    }

    /**
     * Runs the steps of a cell. After a step that throws, no code of the cell is run any more, but
     * its later definitions still are made.
     *
     * @return the value of the last call
     */
    @Nullable Object run(List<?> steps) throws Throwable {
        Object value = null;
        Throwable thrown = null;
        for (Object each : steps) {
            Step step = Step.of(each);
            if (step instanceof Step.Define definition) {
                define(definition.classes());
            } else if (step instanceof Step.Invoke call && thrown == null) {
                try {
                    value = invoke(call.className(), call.method());
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

    private void define(Map<String, byte[]> classes) throws ClassNotFoundException {
        waiting.putAll(classes);
        for (String name : classes.keySet()) {
            Class<?> type = Class.forName(name, false, this);
            if (type.getEnclosingClass() == null) {
                snippets.add(0, type);
            }
        }
    }

    /**
     * JShell's own package is in no library. Looking there first, as class loaders do, would open
     * every library before the first cell runs.
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
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

    /** Methods of this name that cells define, newest first. */
    List<Method> methods(String name) {
        return snippets.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name) && isStatic(method.getModifiers()))
                .filter(method -> !name.equals(STATEMENT))
                .toList();
    }

    /** Instance methods of this name, those of the class itself before inherited ones. */
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
                "There is no variable " + name + ". Declare it in the cell of the answer.");
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
