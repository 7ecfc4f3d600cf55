package openweights.engine.chat.template;

import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;

/** The text of a template, and how far it has been read. */
final class Source {

    private final String where;
    private final String text;
    private int position;
    private int line = 1;

    /**
     * Line ends become those of Unix, and the last one is dropped, as in Jinja.
     *
     * @param where what messages call the template
     */
    Source(String where, String text) {
        this.where = where;
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        this.text = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    boolean atEnd() {
        return position == text.length();
    }

    int line() {
        return line;
    }

    /** The character so many places ahead; 0 beyond the end. */
    char peek(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean startsWith(String part) {
        return text.startsWith(part, position);
    }

    /** How far ahead a part is, or -1. */
    int distance(String part) {
        int at = text.indexOf(part, position);
        return at < 0 ? -1 : at - position;
    }

    /** The characters that are left. */
    int left() {
        return text.length() - position;
    }

    String take(int count) {
        String taken = text.substring(position, position + count);
        position += count;
        line += (int) taken.chars().filter(c -> c == '\n').count();
        return taken;
    }

    TemplateException wrong(String problem) {
        return wrong(problem, line);
    }

    TemplateException wrong(String problem, int atLine) {
        return new TemplateException(Fault.SYNTAX, problem).at(where, atLine);
    }
}
