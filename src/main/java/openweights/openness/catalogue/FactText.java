package openweights.openness.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All facts about a model, for a terminal of 100 columns: their sources are numbered. */
final class FactText {

    private static final int WIDTH = 100;

    private final Entry entry;
    private final List<String> sources = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private FactText(Entry entry) {
        this.entry = entry;
    }

    static String of(Entry entry) {
        return new FactText(entry).text();
    }

    private String text() {
        Map<String, Fact> facts = entry.allFacts();
        lines.add(entry.title() + ", read " + entry.read());
        lines.add("");
        int indent = longest(facts.keySet().stream().toList()) + 2;
        facts.forEach((name, fact) -> add(name, said(fact), indent));
        lines.add("");
        for (int i = 0; i < sources.size(); i++) {
            add("[" + (i + 1) + "]", sources.get(i), 6);
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static int longest(List<String> names) {
        return names.stream().map(String::length).max(Comparator.naturalOrder()).orElse(0);
    }

    private String said(Fact fact) {
        StringBuilder said = new StringBuilder(fact.value());
        if (fact.doubt() != null) {
            said.append("; unsure: ").append(fact.doubt());
        }
        for (String source : fact.sources()) {
            if (!sources.contains(source)) {
                sources.add(source);
            }
            said.append(" [").append(sources.indexOf(source) + 1).append("]");
        }
        return said.toString();
    }

    /** Begins with a name and continues below the text's first character. */
    private void add(String name, String text, int indent) {
        String begin = name + " ".repeat(indent - name.length());
        for (String line : wrapped(text, WIDTH - indent)) {
            lines.add((begin + line).stripTrailing());
            begin = " ".repeat(indent);
        }
    }

    /** Lines that end after a blank or a comma where there is one. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int end = Math.max(rest.lastIndexOf(' ', width), rest.lastIndexOf(',', width - 1)) + 1;
            int cut = end > 0 ? end : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        lines.add(rest);
        return lines;
    }
}
