package openweights.engine.chat.template.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code value[key]} and {@code value[from:to:step]}. */
public final class Subscript {

    private Subscript() {}

    /** The element, or null if there is none. */
    public static @Nullable Value item(Value value, Value key, Budget budget) {
        if (value instanceof Dict dict) {
            return dict.get(key);
        }
        if (key instanceof Int || key instanceof Bool) {
            long index = key instanceof Int number ? number.value() : ((Bool) key).number();
            budget.spend(value instanceof Text text ? text.value().length() : 0);
            return item(value, index);
        }
        if (key instanceof Text name) {
            return value instanceof Namespace namespace ? namespace.get(name.value()) : null;
        }
        return null;
    }

    private static @Nullable Value item(Value value, long index) {
        int length =
                value instanceof Seq list
                        ? list.items().size()
                        : value instanceof Text text ? text.length() : 0;
        long from = index < 0 ? index + length : index;
        if (from < 0 || from >= length) {
            return null;
        }
        int place = (int) from;
        return value instanceof Seq list
                ? list.items().get(place)
                : ((Text) value).part(place, place + 1);
    }

    /**
     * A part of a list or string; a bound that is null is missing. The result is null for values
     * without parts.
     *
     * @throws TemplateException if the step is 0
     */
    public static @Nullable Value slice(
            Value value,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable Long step,
            Budget budget) {
        long by = step == null ? 1 : step;
        if (value instanceof Seq list) {
            return list.like(sliced(list.items(), from, to, by, budget));
        }
        if (!(value instanceof Text text)) {
            return null;
        }
        budget.spend(text.value().length());
        if (by == 1) {
            int length = text.length();
            int start = (int) bound(from, 0, length);
            return text.part(start, (int) Math.max(start, bound(to, length, length)));
        }
        TextBuilder joined = new TextBuilder();
        for (Value c : sliced(Iteration.over(text, budget), from, to, by, budget)) {
            joined.append((Text) c);
        }
        return budget.text(joined.toText());
    }

    private static List<Value> sliced(
            List<Value> items, @Nullable Long from, @Nullable Long to, long step, Budget budget) {
        if (step == 0) {
            throw new TemplateException(Fault.VALUE, "the step of a slice is 0.");
        }
        int length = items.size();
        List<Value> part = new ArrayList<>();
        if (step > 0) {
            long end = bound(to, length, length);
            for (long i = bound(from, 0, length); i < end; i += Math.min(step, length)) {
                part.add(items.get((int) i));
            }
        } else {
            long end = to == null ? -1 : downBound(to, length);
            long start = from == null ? length - 1 : downBound(from, length);
            for (long i = start; i > end; i += Math.max(step, -length)) {
                part.add(items.get((int) i));
            }
        }
        return budget.counted(part);
    }

    /** Counts from the end if negative, and stays within the list. */
    private static long bound(@Nullable Long index, long otherwise, int length) {
        if (index == null) {
            return otherwise;
        }
        return Math.max(0, Math.min(length, index < 0 ? index + length : index));
    }

    private static long downBound(long index, int length) {
        return Math.max(-1, Math.min(length - 1, index < 0 ? index + length : index));
    }
}
