package openweights.openness.catalogue;

import openweights.openness.framework.G7;
import openweights.openness.framework.Mof;
import openweights.openness.framework.Osaid;

/** How four frameworks rate the catalogue's models: by its facts, and as others published it. */
final class VerdictTable {

    private VerdictTable() {}

    static Sheet of(Catalogue catalogue) {
        return new Rows<>(catalogue.entries())
                .text("model", Entry::name)
                .text("OSAID, by these facts", e -> Osaid.judge(e.release()).outcome())
                .text("OSAID, OSI's review", e -> e.fact("osaid").shown())
                .text("MOF, by these facts", e -> Mof.judge(e.release()).outcome())
                .text("MOF, tool's record", e -> published(e.fact("mof"), "no record"))
                .text("G7, by these facts", e -> G7.judge(e.release()).outcome())
                .text("Index, published", e -> published(e.fact("index"), "no entry"))
                .text(
                        "Index, of which system",
                        e -> e.published().map(Entry.IndexEntry::system).orElse(""))
                .sheet("Four frameworks, read " + catalogue.date());
    }

    private static String published(Fact fact, String none) {
        return fact.known() ? fact.shown() : none;
    }
}
