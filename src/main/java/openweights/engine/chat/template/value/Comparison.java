package openweights.engine.chat.template.value;

import java.util.List;
import java.util.Map;

/** Python's comparisons. */
public final class Comparison {

    private Comparison() {}

    /** {@code ==}, which compares lists and dicts by what is in them. */
    public static boolean equal(Value left, Value right, Budget budget) {
        budget.spend(1);
        if (Arithmetic.isNumber(left) && Arithmetic.isNumber(right)) {
            return Arithmetic.sameNumber(left, right);
        }
        if (left instanceof Text a && right instanceof Text b) {
            budget.spend(Math.min(a.value().length(), b.value().length()));
            return a.value().equals(b.value());
        }
        if (left instanceof Seq a && right instanceof Seq b) {
            return a.isTuple() == b.isTuple() && equal(a.items(), b.items(), budget);
        }
        if (left instanceof Dict a && right instanceof Dict b) {
            return equal(a, b, budget);
        }
        return left == right || (left instanceof Undefined && right instanceof Undefined);
    }

    private static boolean equal(List<Value> left, List<Value> right, Budget budget) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i), budget)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Dict left, Dict right, Budget budget) {
        if (left.entries().size() != right.entries().size()) {
            return false;
        }
        for (Map.Entry<Value, Value> entry : left.entries().entrySet()) {
            Value other = right.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other, budget)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Which of two comes first: negative, zero, or positive.
     *
     * @throws TemplateException if Python has no order for them
     */
    public static int order(Value left, Value right, Budget budget) {
        budget.spend(1);
        if (Arithmetic.isNumber(left) && Arithmetic.isNumber(right)) {
            return left instanceof Int a && right instanceof Int b
                    ? Long.compare(a.value(), b.value())
                    : Double.compare(Arithmetic.real(left), Arithmetic.real(right));
        }
        if (left instanceof Text a && right instanceof Text b) {
            budget.spend(Math.min(a.value().length(), b.value().length()));
            return CodePoints.compare(a.value(), b.value());
        }
        if (left instanceof Seq a && right instanceof Seq b && a.isTuple() == b.isTuple()) {
            return order(a.items(), b.items(), budget);
        }
        for (Value value : List.of(left, right)) {
            if (value instanceof Undefined undefined) {
                throw undefined.misused();
            }
        }
        throw new TemplateException(
                Fault.TYPE,
                "there is no order between a value of type %s and one of type %s."
                        .formatted(left.type(), right.type()));
    }

    private static int order(List<Value> left, List<Value> right, Budget budget) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!equal(left.get(i), right.get(i), budget)) {
                return order(left.get(i), right.get(i), budget);
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** {@code item in container}. */
    public static boolean contains(Value container, Value item, Budget budget) {
        if (container instanceof Text text) {
            if (item instanceof Text part) {
                return CodePoints.find(text.value(), part.value(), 0, budget) >= 0;
            }
            throw new TemplateException(
                    Fault.TYPE,
                    "only a string can be in a string, found a value of type " + item.type() + ".");
        }
        if (container instanceof Dict dict) {
            return dict.get(item) != null;
        }
        for (Value element : Iteration.over(container, budget)) {
            if (equal(element, item, budget)) {
                return true;
            }
        }
        return false;
    }
}
