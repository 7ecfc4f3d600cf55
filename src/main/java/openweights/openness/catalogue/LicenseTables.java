package openweights.openness.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import openweights.openness.license.License;
import org.jspecify.annotations.Nullable;

/** The licenses of the catalogue's weights: in short, and in their own words. */
final class LicenseTables {

    private LicenseTables() {}

    static Sheet overview(Catalogue catalogue) {
        return new Rows<>(catalogue.entries())
                .text("model", Entry::name)
                .text("license", entry -> entry.fact("license").shown())
                .text("OSI approved", entry -> about(entry, l -> l.osi().toString()))
                .text("open for MOF", entry -> about(entry, l -> l.open().toString()))
                .text("restrictions", entry -> about(entry, LicenseTables::restrictions))
                .text("unsure", LicenseTables::doubts)
                .sheet("Licenses of the weights, read " + catalogue.date());
    }

    private record Quote(License license, License.Clause clause, String models) {}

    static Sheet clauses(Catalogue catalogue) {
        Map<License, List<String>> models = new LinkedHashMap<>();
        catalogue
                .entries()
                .forEach(
                        entry ->
                                entry.license()
                                        .ifPresent(
                                                license ->
                                                        models.merge(
                                                                license,
                                                                List.of(entry.name()),
                                                                LicenseTables::both)));
        List<Quote> quotes =
                models.entrySet().stream()
                        .flatMap(
                                of ->
                                        of.getKey().clauses().stream()
                                                .map(
                                                        clause ->
                                                                new Quote(
                                                                        of.getKey(),
                                                                        clause,
                                                                        String.join(
                                                                                ", ",
                                                                                of.getValue()))))
                        .toList();
        return new Rows<>(quotes)
                .text("license", quote -> quote.license().id())
                .text("section", quote -> quote.clause().section())
                .text("words", quote -> quote.clause().words())
                .text("models", Quote::models)
                .text("source", quote -> quote.license().source())
                .sheet("Clauses of the licenses, word for word");
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String about(Entry entry, Function<License, String> what) {
        return entry.license().map(what).orElse("not known");
    }

    private static String restrictions(License license) {
        return license.restrictions().isEmpty()
                ? "none beyond keeping notices"
                : String.join("; ", license.restrictions());
    }

    private static String doubts(Entry entry) {
        String ours = orEmpty(entry.fact("license").doubt());
        String theirs = orEmpty(entry.license().map(License::doubt).orElse(null));
        return theirs.isEmpty() ? ours : ours.isEmpty() ? theirs : ours + "; " + theirs;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
