package openweights.engine.chat.template.builtin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Arithmetic;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Real;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** Filters that give a number. */
final class NumberFilters {

    /** A longer text is no number that a template computes with. */
    private static final int LONGEST = 400;

    private NumberFilters() {}

    static Value abs(Value value, Arguments arguments) {
        arguments.bind("abs");
        boolean negative =
                value instanceof Int number
                        ? number.value() < 0
                        : value instanceof Real real && real.value() < 0;
        return negative
                ? Arithmetic.negate(value)
                : Arithmetic.add(value, new Int(0), arguments.budget());
    }

    /** The number in a text, or of another number without its fraction. */
    static Value integer(Value value, Arguments arguments) {
        Bound bound = arguments.bind("int", "default", "base");
        Value otherwise = bound.get("default", new Int(0));
        if (value instanceof Text text) {
            String digits = stripped(text, arguments);
            try {
                return new Int(Long.parseLong(digits, (int) bound.integer("base", 10)));
            } catch (NumberFormatException noInteger) {
                return truncated(parsed(digits), otherwise);
            }
        }
        return value instanceof Int ? value : truncated(number(value), otherwise);
    }

    private static Value truncated(double number, Value otherwise) {
        return Math.abs(number) < Long.MAX_VALUE ? new Int((long) number) : otherwise;
    }

    static Value real(Value value, Arguments arguments) {
        Bound bound = arguments.bind("float", "default");
        double number =
                value instanceof Text text ? parsed(stripped(text, arguments)) : number(value);
        return Double.isNaN(number) ? bound.get("default", new Real(0)) : new Real(number);
    }

    private static String stripped(Text text, Arguments arguments) {
        arguments.budget().spend(text.value().length());
        return Strip.BOTH.apply(text, null).value();
    }

    /** NaN if it is no number. */
    private static double parsed(String text) {
        boolean plain = text.chars().allMatch(c -> "0123456789.eE+-".indexOf(c) >= 0);
        if (!plain || text.length() > LONGEST) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    private static double number(Value value) {
        if (value instanceof Undefined undefined) {
            throw undefined.misused();
        }
        if (value instanceof Int number) {
            return number.value();
        }
        if (value instanceof Bool flag) {
            return flag.truth() ? 1 : 0;
        }
        return value instanceof Real number ? number.value() : Double.NaN;
    }

    static Value round(Value value, Arguments arguments) {
        Bound bound = arguments.bind("round", "precision", "method");
        double number = number(value);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new TemplateException(
                    Fault.TYPE,
                    "round needs a number, found a value of type " + value.type() + ".");
        }
        String name = bound.find("method") == null ? "common" : bound.text("method");
        RoundingMode mode =
                switch (name) {
                    case "common" -> RoundingMode.HALF_EVEN;
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default ->
                            throw new TemplateException(
                                    Fault.VALUE, "round knows common, ceil, and floor.");
                };
        int digits = (int) Math.max(-LONGEST, Math.min(LONGEST, bound.integer("precision", 0)));
        BigDecimal rounded = new BigDecimal(number).setScale(digits, mode);
        return value instanceof Int && name.equals("common")
                ? new Int(rounded.longValue())
                : new Real(rounded.doubleValue());
    }
}
