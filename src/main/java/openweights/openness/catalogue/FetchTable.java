package openweights.openness.catalogue;

import java.util.List;
import java.util.OptionalLong;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.license.Answer;

/** The models that {@code ./course fetch} can take and a laptop runs. */
final class FetchTable {

    /** More weights than this are too slow for a laptop, and long to download. */
    private static final long SMALL = 2_000_000_000;

    private static final double MEGABYTE = 1e6;

    private FetchTable() {}

    static Sheet of(Catalogue catalogue) {
        List<Priced> small =
                catalogue.entries().stream()
                        .filter(FetchTable::opens)
                        .map(Priced::of)
                        .filter(model -> small(model.cost().parameters()))
                        .toList();
        return new Rows<>(small)
                .text("model", Priced::name)
                .text("repository", row -> address(row).repository())
                .count("parameters", row -> row.cost().parameters())
                .number(
                        "MB in 16 bits",
                        0,
                        row -> Tables.over(row.cost().memory(Width.BFLOAT16), MEGABYTE))
                .text("license", row -> row.entry().fact("license").shown())
                .text("gated", row -> gated(row.entry()) ? "yes: needs HF_TOKEN" : "no")
                .text(
                        "commit",
                        row ->
                                address(row)
                                        .revision()
                                        .map(r -> r.substring(0, 8))
                                        .orElse("the newest"))
                .text(
                        "hash known elsewhere",
                        row -> address(row).weights().isPresent() ? "yes" : "no")
                .sheet("Small models to fetch; any other as owner/name");
    }

    private static boolean opens(Entry entry) {
        return entry.address().isPresent() && entry.runs().answer() == Answer.YES;
    }

    private static boolean small(OptionalLong weights) {
        return weights.isPresent() && weights.getAsLong() <= SMALL;
    }

    private static Address address(Priced model) {
        return model.entry().address().orElseThrow();
    }

    private static boolean gated(Entry entry) {
        return entry.release().presence(Component.PARAMETERS) == Presence.GATED;
    }
}
