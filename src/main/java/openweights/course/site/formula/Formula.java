package openweights.course.site.formula;

import java.util.List;
import java.util.Map;
import openweights.base.Html;
import openweights.course.site.markup.MarkupException;

/**
 * Translates formulas from the subset of TeX that the lessons use to MathML.
 *
 * <p>Grammar: a row of atoms, each with an optional subscript {@code _} and superscript {@code ^};
 * an atom is a letter, a number, a sign, a group in braces, or a command. Deliberately left out:
 * matrices, alignment, macros.
 */
public final class Formula {

    private final String tex;
    private final List<String> tokens;
    private final boolean display;
    private int next;

    private Formula(String tex, boolean display) {
        this.tex = tex;
        this.tokens = Tokens.of(tex);
        this.display = display;
    }

    /**
     * A {@code <math>} element.
     *
     * @param display whether the formula stands on a line of its own
     * @throws MarkupException if the notation is not supported
     */
    public static String mathml(String tex, boolean display) {
        Formula formula = new Formula(tex, display);
        String row = formula.row("");
        if (formula.next < formula.tokens.size()) {
            throw formula.fault("an unmatched }");
        }
        return "<math%s>%s</math>".formatted(display ? " display=\"block\"" : "", row);
    }

    /** Atoms up to a token or to the end of the formula. */
    private String row(String end) {
        StringBuilder row = new StringBuilder("<mrow>");
        while (next < tokens.size()
                && !tokens.get(next).equals(end)
                && !tokens.get(next).equals("}")) {
            row.append(scripted());
        }
        return row.append("</mrow>").toString();
    }

    private String scripted() {
        String name = tokens.get(next);
        String base = atom();
        String below = "";
        String above = "";
        while (next < tokens.size() && "_^".contains(tokens.get(next))) {
            if (tokens.get(next++).equals("_")) {
                below = atom();
            } else {
                above = atom();
            }
        }
        String kind = display && Symbols.BIG.contains(name) ? "under over" : "sub sup";
        return withScripts(base, below, above, kind.split(" ")) + spaceAfter(name);
    }

    private String spaceAfter(String name) {
        boolean bracket = next < tokens.size() && tokens.get(next).matches("[(\\[{]|\\\\left");
        return Symbols.isFunction(name) && !bracket ? "<mspace width=\"0.17em\"/>" : "";
    }

    private static String withScripts(String base, String below, String above, String[] kind) {
        if (below.isEmpty() && above.isEmpty()) {
            return base;
        }
        String name = (below.isEmpty() ? "" : kind[0]) + (above.isEmpty() ? "" : kind[1]);
        return "<m%s>%s%s%s</m%s>".formatted(name, base, below, above, name);
    }

    private String atom() {
        String token = take("a letter, number, sign or group");
        if (token.equals("{")) {
            String row = row("}");
            take("a closing }");
            return row;
        }
        if (token.startsWith("\\")) {
            return command(token);
        }
        if (Character.isDigit(token.charAt(0))) {
            return "<mn>" + token + "</mn>";
        }
        if (Character.isLetter(token.codePointAt(0))) {
            return "<mi>" + token + "</mi>";
        }
        if (token.matches("[_^}&#%~]")) {
            throw fault("\"" + token + "\" in the wrong place");
        }
        return "<mo>" + Html.escape(Symbols.SIGNS.getOrDefault(token, token)) + "</mo>";
    }

    private String command(String name) {
        return switch (name) {
            case "\\frac" -> "<mfrac>" + atom() + atom() + "</mfrac>";
            case "\\sqrt" -> "<msqrt>" + atom() + "</msqrt>";
            case "\\text", "\\mathrm", "\\operatorname" ->
                    "<mtext>" + Html.escape(words()) + "</mtext>";
            case "\\mathbf" -> "<mi mathvariant=\"bold\">" + Html.escape(words()) + "</mi>";
            case "\\hat" -> "<mover>" + atom() + "<mo>^</mo></mover>";
            case "\\bar" -> "<mover>" + atom() + "<mo>‾</mo></mover>";
            case "\\left", "\\right" -> "<mo stretchy=\"true\">" + delimiter() + "</mo>";
            default -> symbol(name);
        };
    }

    private String symbol(String name) {
        for (Map.Entry<String, Map<String, String>> kind : Symbols.BY_ELEMENT.entrySet()) {
            String symbol = kind.getValue().get(name);
            if (symbol != null) {
                return kind.getKey().formatted(symbol);
            }
        }
        throw fault("the unsupported command " + name + " (see Symbols)");
    }

    private String delimiter() {
        String token = take("a bracket");
        return token.equals(".") ? "" : Html.escape(token.replace("\\", ""));
    }

    /** The text of a group, which {@link Tokens} leaves in one piece. */
    private String words() {
        String group = take("a group of text");
        if (!group.startsWith("{") || group.length() < 2) {
            throw fault("no { after \\text");
        }
        return group.substring(1, group.length() - 1);
    }

    private String take(String wanted) {
        if (next == tokens.size()) {
            throw fault("an end where " + wanted + " is expected");
        }
        return tokens.get(next++);
    }

    private MarkupException fault(String found) {
        return new MarkupException("the formula \"" + tex + "\" with " + found + ".");
    }
}
