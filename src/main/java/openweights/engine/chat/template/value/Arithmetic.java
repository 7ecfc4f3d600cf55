package openweights.engine.chat.template.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Python's operators on numbers; some of them also join or repeat strings and lists. */
public final class Arithmetic {

    private Arithmetic() {}

    public static Value add(Value left, Value right, Budget budget) {
        if (left instanceof Text a && right instanceof Text b) {
            budget.spend((long) a.value().length() + b.value().length());
            return new TextBuilder().append(a).append(b).toText();
        }
        if (left instanceof Seq a && right instanceof Seq b && a.isTuple() == b.isTuple()) {
            budget.elements((long) a.items().size() + b.items().size());
            List<Value> all = new ArrayList<>(a.items());
            all.addAll(b.items());
            return a.like(all);
        }
        return numbers("+", left, right, Math::addExact, Double::sum);
    }

    public static Value subtract(Value left, Value right) {
        return numbers("-", left, right, Math::subtractExact, (a, b) -> a - b);
    }

    public static Value multiply(Value left, Value right, Budget budget) {
        if (right instanceof Text || right instanceof Seq) {
            return left instanceof Text || left instanceof Seq
                    ? numbers("*", left, right, Math::multiplyExact, (a, b) -> a * b)
                    : multiply(right, left, budget);
        }
        if (left instanceof Text text && whole(right)) {
            long times = Math.max(0, integer(right));
            budget.spend(product(times, text.value().length()));
            return text.changed(value -> value.repeat(value.isEmpty() ? 0 : (int) times));
        }
        if (left instanceof Seq list && whole(right)) {
            long times = list.truth() ? Math.max(0, integer(right)) : 0;
            budget.elements(product(times, list.items().size()));
            List<Value> all = new ArrayList<>();
            for (long i = 0; i < times; i++) {
                all.addAll(list.items());
            }
            return list.like(all);
        }
        return numbers("*", left, right, Math::multiplyExact, (a, b) -> a * b);
    }

    private static long product(long times, int length) {
        return times > Budget.LIMIT ? times * Math.min(1, length) : times * length;
    }

    public static Value divide(Value left, Value right) {
        requireNumbers("/", left, right);
        requireNotZero(right);
        return new Real(real(left) / real(right));
    }

    public static Value floorDivide(Value left, Value right) {
        requireNumbers("//", left, right);
        requireNotZero(right);
        return numbers("//", left, right, Math::floorDiv, (a, b) -> Math.floor(a / b));
    }

    public static Value modulo(Value left, Value right) {
        if (left instanceof Text) {
            throw new TemplateException(
                    Fault.UNSUPPORTED,
                    "formatting a string by its operator is not available here; use ~.");
        }
        requireNumbers("%", left, right);
        requireNotZero(right);
        return numbers("%", left, right, Math::floorMod, (a, b) -> a - b * Math.floor(a / b));
    }

    public static Value power(Value left, Value right) {
        requireNumbers("**", left, right);
        if (whole(left) && whole(right) && integer(right) >= 0) {
            return new Int(power(integer(left), integer(right)));
        }
        return new Real(Math.pow(real(left), real(right)));
    }

    private static long power(long base, long exponent) {
        if (Math.abs(base) <= 1) {
            return base == -1 && exponent % 2 == 0 ? 1 : exponent == 0 ? 1 : base;
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) { // 63 times at most, then it overflows
            result = exactly("**", Math::multiplyExact, result, base);
        }
        return result;
    }

    public static Value negate(Value value) {
        return value instanceof Real number
                ? new Real(-number.value())
                : numbers("-", new Int(0), value, Math::subtractExact, (a, b) -> -b);
    }

    private static Value numbers(
            String operator,
            Value left,
            Value right,
            LongBinaryOperator whole,
            DoubleBinaryOperator real) {
        requireNumbers(operator, left, right);
        return whole(left) && whole(right)
                ? new Int(exactly(operator, whole, integer(left), integer(right)))
                : new Real(real.applyAsDouble(real(left), real(right)));
    }

    private static long exactly(String operator, LongBinaryOperator operation, long a, long b) {
        try {
            return operation.applyAsLong(a, b);
        } catch (ArithmeticException overflow) {
            throw new TemplateException(
                    Fault.LIMIT, "the result of " + operator + " has more than 64 bits.");
        }
    }

    private static void requireNumbers(String operator, Value left, Value right) {
        for (Value value : List.of(left, right)) {
            if (value instanceof Undefined undefined) {
                throw undefined.misused();
            }
        }
        if (!isNumber(left) || !isNumber(right)) {
            throw new TemplateException(
                    Fault.TYPE,
                    "there is no %s between a value of type %s and one of type %s."
                            .formatted(operator, left.type(), right.type()));
        }
    }

    private static void requireNotZero(Value divisor) {
        if (real(divisor) == 0) {
            throw new TemplateException(Fault.VALUE, "division by zero.");
        }
    }

    /** Whether both are numbers, and equal, of whatever types they are. */
    static boolean sameNumber(Value left, Value right) {
        if (!isNumber(left) || !isNumber(right)) {
            return false;
        }
        boolean whole = whole(left) && whole(right);
        return whole ? integer(left) == integer(right) : real(left) == real(right);
    }

    /** Whether Python computes with it. */
    static boolean isNumber(Value value) {
        return whole(value) || value instanceof Real;
    }

    private static boolean whole(Value value) {
        return value instanceof Int || value instanceof Bool;
    }

    private static long integer(Value value) {
        return value instanceof Int number ? number.value() : ((Bool) value).number();
    }

    /** The number as a double. */
    static double real(Value value) {
        return value instanceof Real number ? number.value() : integer(value);
    }
}
