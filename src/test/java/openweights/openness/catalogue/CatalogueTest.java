package openweights.openness.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import openweights.base.UserException;
import openweights.engine.model.Footprint;
import openweights.engine.model.Precision;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.framework.Kind;
import openweights.openness.framework.Mof;
import openweights.openness.framework.MofClass;
import openweights.openness.framework.Osaid;
import openweights.openness.license.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.read();

    @Test
    void startsWithTheModelsOfTheCoursesSources() {
        List<String> first = CATALOGUE.entries().stream().limit(8).map(Entry::name).toList();
        assertEquals(
                List.of(
                        "codestral-22b",
                        "mistral-7b",
                        "mixtral-8x7b",
                        "mixtral-8x22b",
                        "llama-3-8b",
                        "llama-3-70b",
                        "bloom",
                        "gpt2"),
                first);
    }

    @Test
    void countsTheParametersThatOthersState() {
        int counted = 0;
        for (Entry entry : CATALOGUE.entries()) {
            Fact stated = entry.fact("parameters");
            if (entry.config().isPresent() && stated.known()) {
                assertEquals(
                        OptionalLong.of(Long.parseLong(stated.value())),
                        entry.cost().parameters(),
                        entry.name());
                assertTrue(entry.cost().counted());
                counted++;
            }
        }
        assertEquals(18, counted);
    }

    @ParameterizedTest
    @CsvSource({
        "mixtral-8x7b, 12879925248",
        "mixtral-8x22b, 39152031744",
        "mistral-7b, 7241732096",
    })
    void countsTheWeightsThatATokenUses(String name, long active) {
        assertEquals(OptionalLong.of(active), CATALOGUE.entry(name).cost().active());
    }

    @Test
    void readsOneRowOfAnEmbedding() {
        Cost llama = CATALOGUE.entry("llama-3-8b").cost();
        assertEquals(llama.parameters().getAsLong() - 128256L * 4096, llama.read().getAsLong());
        Cost gpt2 = CATALOGUE.entry("gpt2").cost();
        assertEquals(gpt2.parameters().getAsLong() - 1024 * 768, gpt2.read().getAsLong());
    }

    @Test
    void computesMemoryAsTheEngineDoes() {
        for (Entry entry : CATALOGUE.entries()) {
            if (entry.config().isPresent()) {
                for (String width : List.of("FLOAT32", "BFLOAT16", "INT8", "INT4")) {
                    Footprint engine =
                            Footprint.of(entry.config().get(), Precision.valueOf(width), 6000);
                    Cost cost = entry.cost();
                    assertEquals(
                            engine.weights(),
                            cost.memory(Width.valueOf(width)).getAsLong(),
                            entry.name());
                    assertEquals(
                            engine.cache(),
                            cost.cache(Math.min(6000, entry.config().get().dimensions().context()))
                                    .getAsLong(),
                            entry.name());
                }
            }
        }
    }

    /** Mistral 7B in 16 bits on a laptop: 2 bytes per weight, read at 40 GB/s. */
    @Test
    void theBandwidthBoundsTheSpeed() {
        Cost mistral = CATALOGUE.entry("mistral-7b").cost();
        Machine laptop = new Machine(16L << 30, 40e9);
        double bytes = 2 * mistral.read().getAsLong() + 32 * 2 * 8 * 128 * 4.0;
        assertEquals(
                40e9 / bytes,
                mistral.tokensPerSecond(laptop, Width.BFLOAT16, 1).orElseThrow(),
                0.001);
        assertTrue(mistral.fits(laptop, Width.BFLOAT16, 2048));
        assertFalse(mistral.fits(laptop, Width.FLOAT32, 2048));
        assertFalse(CATALOGUE.entry("gpt-4").cost().fits(laptop, Width.INT4, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "mistral-7b, OPEN_WEIGHT",
        "codestral-22b, RESTRICTED",
        "llama-3-8b, RESTRICTED",
        "bloom, RESTRICTED",
        "gpt2, OPEN_WEIGHT",
        "gpt-4, CLOSED"
    })
    void namesTheKindOfARelease(String name, Kind kind) {
        assertEquals(kind, Kind.of(CATALOGUE.entry(name).release()));
    }

    @Test
    void bloomFailsForItsLicenseAloneAsInTheReview() {
        Entry bloom = CATALOGUE.entry("bloom");
        assertEquals("fails, for its license alone", Osaid.judge(bloom.release()).outcome());
        assertEquals("would pass with another license (OSI review)", bloom.fact("osaid").value());
        assertEquals(MofClass.NONE, Mof.judge(bloom.release()).possible());
    }

    /** The facts here must not contradict the published judgments. */
    @Test
    void neverContradictsAPublishedPass() {
        for (Entry entry : CATALOGUE.entries()) {
            if (entry.fact("osaid").value().startsWith("passes")) {
                assertTrue(Osaid.judge(entry.release()).passes() != Answer.NO, entry.name());
            }
            if (entry.fact("osaid").value().startsWith("fails")) {
                assertEquals(Answer.NO, Osaid.judge(entry.release()).passes(), entry.name());
            }
            if (entry.fact("mof").value().startsWith("I ")
                    || entry.fact("mof").value().equals("I")) {
                assertEquals(MofClass.I, Mof.judge(entry.release()).possible(), entry.name());
            }
        }
    }

    @Test
    void whatNoSourceTellsStaysUnknown() {
        Release olmo = CATALOGUE.entry("olmo-2-7b").release();
        assertEquals(Presence.UNKNOWN, olmo.presence(Component.EVALUATION_DATA));
        assertEquals(Answer.UNSURE, Osaid.judge(olmo).passes());
        assertEquals(MofClass.NONE, Mof.judge(olmo).certain());
    }

    @Test
    void everyFactNamesASource() {
        for (Entry entry : CATALOGUE.entries()) {
            assertEquals(List.of(), entry.release().findings());
            assertTrue(entry.fact("license").known(), entry.name());
            assertTrue(entry.license().isPresent(), entry.name());
        }
    }

    @Test
    void aFactWithoutSourceIsShownAsSuch() throws IOException {
        Entry entry =
                Catalogue.parse(
                                """
                                read: 2026-11-21
                                models:
                                - name: x
                                  released: {value: "2025"}
                                  license: {value: "Hearsay-1.0", from: [1], doubt: "heard of it"}
                                  parts: {from: [1], "yes": [Inference code]}
                                  sources: ["somebody"]
                                """)
                        .entry("x");
        assertEquals("2025 (no source)", entry.fact("released").shown());
        assertEquals("Hearsay-1.0 (unsure)", entry.fact("license").shown());
        assertEquals(List.of("x: \"released\" names no source."), entry.release().findings());
        assertEquals(Kind.UNKNOWN, Kind.of(entry.release()));
        assertEquals("unknown", entry.fact("tokens").shown());
        assertEquals(OptionalLong.empty(), entry.cost().parameters());
    }

    @Test
    void aRowWithoutAnySourceIsShownAsSuchInEveryTable() throws IOException {
        Catalogue catalogue =
                Catalogue.parse(
                        """
                        read: 2026-11-21
                        models:
                        - name: x
                          released: {value: "2025"}
                          license: {value: Apache-2.0}
                        """);
        Entry entry = catalogue.entry("x");
        assertEquals(
                List.of("x: \"released\" names no source.", "x: \"license\" names no source."),
                entry.release().findings());
        assertEquals(Kind.UNKNOWN, Kind.of(entry.release()), "nothing is made of hearsay");
        assertEquals("Apache-2.0 (no source)", entry.fact("license").shown());
        for (Table table : List.of(catalogue.licenses(), catalogue.facts("x"))) {
            assertTrue(table.printAll().contains("no source"), table.printAll());
        }
        Table unsure = catalogue.unsure();
        assertEquals(
                List.of("no source", "no source"),
                unsure.stringColumn("why unsure").asList().subList(0, 2),
                unsure.printAll());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {name: x, released: {value: a, from: [2]}, sources: [s]}|names source 2; it has 1",
                "- {name: x, parts: {'yes': [Magic]}}|no component is called \"Magic\"",
                "- {title: x}|a model without a name",
                "- {name: x, sizes: {config: {model_type: abacus}}}|which the engine cannot compute yet",
                "- {name: x};- {name: x}|two models are called x"
            })
    void refusesADamagedCatalogue(String models, String message) {
        RuntimeException refused =
                assertThrows(
                        RuntimeException.class,
                        () ->
                                Catalogue.parse(
                                        "read: 2026-11-21\nmodels:\n" + models.replace(';', '\n')));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void anUnknownNameListsAllModels() {
        UserException refused = assertThrows(UserException.class, () -> CATALOGUE.entry("gpt-5"));
        assertTrue(
                refused.getMessage()
                        .startsWith("There is no model \"gpt-5\" in the catalogue. There are: cod"),
                refused.getMessage());
    }

    @Test
    void tablesHaveARowForEachModel() {
        Machine machine = new Machine(8L << 30, 2e10);
        for (Table table :
                List.of(
                        CATALOGUE.table(),
                        CATALOGUE.licenses(),
                        CATALOGUE.parts(),
                        CATALOGUE.verdicts(),
                        CATALOGUE.costs(machine, 2048))) {
            assertEquals(CATALOGUE.entries().size(), table.rowCount(), table.name());
            assertEquals("model", table.column(0).name());
        }
        Table costs = CATALOGUE.only("gpt2", "bloom").costs(machine, 1024);
        assertEquals(0.46, costs.doubleColumn("float32 GiB").get(0), 1e-9);
        assertEquals("float32, bfloat16, int8, int4", costs.stringColumn("fits here as").get(0));
        assertEquals("does not fit", costs.stringColumn("fits here as").get(1));
    }

    @Test
    void listsEveryDoubt() {
        Table unsure = CATALOGUE.unsure();
        assertTrue(unsure.rowCount() > 30);
        Table codestral = unsure.where(unsure.stringColumn("model").isEqualTo("codestral-22b"));
        assertTrue(
                codestral.stringColumn("why unsure").get(0).contains("relicensing"),
                codestral.print());
        assertEquals("2026-11-21", CATALOGUE.facts("gpt2").stringColumn("read").get(0));
    }
}
