package openweights.runtime.kernel.cell;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of variables. When a definition changes, JShell compiles everything that depends
 * on it again, into new classes whose variables begin with null and 0. Here each variable gets the
 * value that it had in the old class, unless it has another type now.
 */
public final class CarriedValues {

    /** The class of a snippet: its number, then letters that count its versions. */
    private static final Pattern SNIPPET = Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*");

    private final ClassLoader loader;
    private final Map<String, Class<?>> latest = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final Set<String> lost = new HashSet<>();

    /**
     * @param loader loads the classes of cells
     */
    public CarriedValues(ClassLoader loader) {
        this.loader = loader;
    }

    /** Forgets which values were lost so far. */
    public void begin() {
        lost.clear();
    }

    /** Whether a variable lost its value, since {@link #begin}, because its type changed. */
    public boolean isLost(String variable) {
        return lost.contains(variable);
    }

    /** The variable's value; null if it is null or there is no such variable. */
    public @Nullable Object value(String variable) {
        Field field = fields.get(variable);
        return field == null ? null : read(field);
    }

    /** Must be called when JShell has loaded new classes, before any of their code runs. */
    void loaded(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            Matcher snippet = SNIPPET.matcher(each.name());
            if (snippet.matches()) {
                replace(snippet.group(1), each.name());
            }
        }
    }

    private void replace(String snippet, String name) {
        try {
            Class<?> fresh = Class.forName(name, false, loader);
            Class<?> old = latest.put(snippet, fresh);
            for (Field field : fresh.getDeclaredFields()) {
                if (isVariable(field)) {
                    field.setAccessible(true);
                    fields.put(field.getName(), field);
                }
            }
            if (old != null && old != fresh) {
                carry(old);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was loaded a moment ago", e);
        }
    }

    private void carry(Class<?> old) {
        for (Field from : old.getDeclaredFields()) {
            Field to = fields.get(from.getName());
            if (isVariable(from) && to != null) {
                from.setAccessible(true);
                carry(from, to);
            }
        }
    }

    private void carry(Field from, Field to) {
        Object value = read(from);
        boolean same = from.getType() == to.getType();
        if (same || (!to.getType().isPrimitive() && to.getType().isInstance(value))) {
            write(to, value);
        } else if (value != null) {
            lost.add(to.getName());
        }
    }

    /** A variable that is declared again without a value begins anew, as in Java. */
    public void heard(SnippetEvent event) {
        if (event.causeSnippet() == null
                && event.snippet() instanceof VarSnippet variable
                && variable.subKind() == SubKind.VAR_DECLARATION_SUBKIND
                && fields.containsKey(variable.name())) {
            Field field = fields.get(variable.name());
            write(field, Array.get(Array.newInstance(field.getType(), 1), 0));
        }
    }

    private static boolean isVariable(Field field) {
        return Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers());
    }

    private static @Nullable Object read(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Field field, @Nullable Object value) {
        try {
            field.set(null, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
