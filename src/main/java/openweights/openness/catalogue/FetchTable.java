package openweights.openness.catalogue;

import java.util.OptionalLong;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.license.Answer;
import tech.tablesaw.api.Table;

/** The models that {@code ./course fetch} can take and a laptop runs. */
final class FetchTable {

    /** More weights than this are too slow for a laptop, and long to download. */
    private static final long SMALL = 2_000_000_000;

    private static final double MEGABYTE = 1e6;

    private FetchTable() {}

    static Table of(Catalogue catalogue) {
        return new Rows<>(catalogue.entries().stream().filter(FetchTable::small).toList())
                .text("model", Entry::name)
                .text("repository", entry -> address(entry).repository())
                .count("parameters", entry -> entry.cost().parameters())
                .number(
                        "MB in 16 bits",
                        0,
                        entry -> Tables.over(entry.cost().memory(Width.BFLOAT16), MEGABYTE))
                .text("license", entry -> entry.fact("license").shown())
                .text("gated", entry -> gated(entry) ? "yes: needs HF_TOKEN" : "no")
                .text(
                        "commit",
                        entry ->
                                address(entry)
                                        .revision()
                                        .map(r -> r.substring(0, 8))
                                        .orElse("the newest"))
                .text(
                        "hash known elsewhere",
                        entry -> address(entry).weights().isPresent() ? "yes" : "no")
                .table("Small models to fetch; any other as owner/name");
    }

    private static boolean small(Entry entry) {
        OptionalLong weights = entry.cost().parameters();
        return entry.address().isPresent()
                && entry.runs().answer() == Answer.YES
                && weights.isPresent()
                && weights.getAsLong() <= SMALL;
    }

    private static Address address(Entry entry) {
        return entry.address().orElseThrow();
    }

    private static boolean gated(Entry entry) {
        return entry.release().presence(Component.PARAMETERS) == Presence.GATED;
    }
}
