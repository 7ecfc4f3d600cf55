package openweights.runtime.kernel.error;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import openweights.base.EditDistance;

/** Finds the name that was meant by one that does not exist. */
final class Spelling {

    /** Shorter names are close to too many others. */
    private static final int SHORTEST = 3;

    private final JShell shell;

    Spelling(JShell shell) {
        this.shell = shell;
    }

    /**
     * The name that was meant.
     *
     * @param before the code before the name, to the start of its statement
     */
    Optional<String> meant(String name, String before) {
        if (name.length() < SHORTEST) {
            return Optional.empty();
        }
        boolean member = before.stripTrailing().endsWith(".");
        Set<String> known = new LinkedHashSet<>(member ? completions(before) : names(name));
        known.remove(name);
        return EditDistance.nearest(name, known, 1).stream()
                .filter(each -> isClose(name, each))
                .findFirst();
    }

    /** What begins with the name's first letter, small or capital: a wrong letter comes later. */
    private Set<String> names(String name) {
        String first = name.substring(0, 1);
        Set<String> known = new LinkedHashSet<>();
        shell.variables().forEach(each -> known.add(each.name()));
        shell.methods().forEach(each -> known.add(each.name()));
        shell.types().forEach(each -> known.add(each.name()));
        known.addAll(completions(first.toUpperCase(Locale.ROOT)));
        known.addAll(completions(first.toLowerCase(Locale.ROOT)));
        return known;
    }

    private Collection<String> completions(String code) {
        int[] anchor = {0};
        List<Suggestion> suggestions =
                shell.sourceCodeAnalysis().completionSuggestions(code, code.length(), anchor);
        return suggestions.stream()
                .map(each -> each.continuation().replaceAll("\\W.*", ""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isClose(String name, String known) {
        int wrong = EditDistance.between(name, known);
        boolean swapped = wrong == 2 && sorted(name).equals(sorted(known));
        return name.equalsIgnoreCase(known) || swapped || wrong <= Math.max(1, name.length() / 4);
    }

    private static String sorted(String name) {
        return name.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }
}
