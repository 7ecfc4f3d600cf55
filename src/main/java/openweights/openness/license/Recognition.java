package openweights.openness.license;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.openness.license.License.Clause;

/**
 * The result of comparing a text with the known licenses.
 *
 * @param license empty if the text was not recognized
 * @param how what was compared, with which result
 * @param lacking the clauses that this license has and the text has not; each is worth reading
 */
public record Recognition(Optional<License> license, String how, List<Clause> lacking) {

    public Recognition {
        lacking = List.copyOf(lacking);
    }

    /** A text that is known word for word. */
    static Recognition exact(License license) {
        return new Recognition(
                Optional.of(license), "the text of " + license + ", word for word", List.of());
    }

    /** A text that calls itself a license, and has some of its clauses or all. */
    static Recognition byClauses(License license, List<Clause> lacking) {
        return new Recognition(
                Optional.of(license),
                "calls itself " + license.name() + "; " + compared(license, lacking),
                lacking);
    }

    /** A text that was not recognized. */
    public static Recognition unknown(String how) {
        return new Recognition(Optional.empty(), how, List.of());
    }

    private static String compared(License license, List<Clause> lacking) {
        int all = license.clauses().size();
        if (all == 0) {
            return "its wording was not compared";
        }
        String many = all == 1 ? "the clause that is" : "all " + all + " clauses that are";
        return lacking.isEmpty()
                ? "its wording is not one of those known here, but it has " + many + " quoted here"
                : "it lacks "
                        + lacking.stream()
                                .map(clause -> clause.section() + " (\"" + clause.words() + "\")")
                                .collect(Collectors.joining("; "));
    }
}
