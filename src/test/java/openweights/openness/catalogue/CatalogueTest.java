package openweights.openness.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import openweights.base.UserException;
import openweights.engine.model.Families;
import openweights.engine.model.Footprint;
import openweights.engine.model.Precision;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.framework.EuropeanIndex;
import openweights.openness.framework.G7;
import openweights.openness.framework.G7Label;
import openweights.openness.framework.Kind;
import openweights.openness.framework.Mof;
import openweights.openness.framework.MofClass;
import openweights.openness.framework.Osaid;
import openweights.openness.license.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        int exact = 0;
        int rounded = 0;
        for (Entry entry : CATALOGUE.entries()) {
            Fact stated = entry.fact("parameters");
            if (entry.config().isPresent() && stated.known()) {
                long counted = entry.cost().parameters().getAsLong();
                long value = Long.parseLong(stated.value());
                if (value % 10_000_000 == 0) { // rounded by the vendor, some without the embedding
                    assertEquals(1, counted / (double) value, 0.04, entry.name());
                    rounded++;
                } else {
                    assertEquals(value, counted, entry.name());
                    exact++;
                }
                assertTrue(entry.cost().counted());
            }
        }
        assertEquals("38 exact, 9 rounded", exact + " exact, " + rounded + " rounded");
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
        assertEquals(MofClass.NONE, Mof.judge(olmo).certain());
        Release k2 = CATALOGUE.entry("k2-v2").release();
        assertEquals(
                Answer.UNSURE, Osaid.judge(k2).passes(), "no source names a license of its code");
    }

    /** Releases of strangers, which pass by the licenses that their makers published. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pythia-70m",
                "amber",
                "olmo-7b",
                "olmo-2-7b",
                "olmo-3-7b",
                "apertus-8b",
                "smollm2-135m"
            })
    void releasesOfOthersAreOpenSource(String name) {
        Release release = CATALOGUE.entry(name).release();
        assertEquals(
                Kind.OPEN_SOURCE, Kind.of(release), Osaid.judge(release).criteria().toString());
        assertTrue(G7.judge(release).certain().compareTo(G7Label.OPEN_SOURCE) >= 0, name);
    }

    @ParameterizedTest
    @CsvSource({
        "mistral-7b, Open Weights AI",
        "llama-3-8b, Weights Available AI",
        "codestral-22b, Weights Available AI",
        "bloom, Weights Available AI",
        "gpt2, 'Weights Available AI by what is known, at most Open Weights AI'",
        "amber, Open Source AI with Open Data",
        "gpt-4, none of the G7's labels"
    })
    void givesTheLabelsOfTheG7(String name, String label) {
        assertEquals(label, G7.judge(CATALOGUE.entry(name).release()).outcome());
    }

    /**
     * What files tell must leave room for what the Index's editors found, wherever they judged this
     * very model; and the answers must have the mean that the Index shows.
     */
    @Test
    void theIndexsOwnScoreLiesInTheRangeByFacts() {
        int compared = 0;
        for (Entry entry : CATALOGUE.entries()) {
            if (entry.published().isEmpty()) {
                continue;
            }
            EuropeanIndex published = entry.index().orElseThrow();
            assertEquals(entry.fact("index").value(), published.outcome(), entry.name());
            if (entry.published().get().same()) {
                EuropeanIndex facts = EuropeanIndex.judge(entry.release());
                assertTrue(
                        facts.low() <= published.low() && published.high() <= facts.high(),
                        entry.name() + ": " + published.outcome() + " is not " + facts.outcome());
                compared++;
            }
        }
        assertTrue(compared > 20, compared + " compared");
    }

    /** Every model of a family that the engine has is said to run, and no other is. */
    @Test
    void saysWhatRunsFromTheEnginesOwnList() {
        for (Entry entry : CATALOGUE.entries()) {
            Fact type = entry.fact("modelType");
            Runs runs = entry.runs();
            boolean released = entry.release().presence(Component.PARAMETERS) != Presence.NO;
            String text = type.value().replaceFirst("^(gemma[34]|llama4|qwen3_5)$", "$1_text");
            boolean family =
                    Families.KNOWN.containsKey(text.replace("mistral3", "mistral"))
                            || Families.KNOWN.containsKey(text);
            boolean reads = !entry.quantization().equals("compressed-tensors");
            if (!released || (type.known() && !(family && reads))) {
                assertEquals(Answer.NO, runs.answer(), entry.name());
                assertFalse(runs.note().isEmpty(), entry.name());
                assertEquals(List.of(), runs.files());
            } else if (type.sure()) {
                assertEquals(Answer.YES, runs.answer(), entry.name());
                assertTrue(runs.files().get(0).startsWith("safetensors"), entry.name());
            } else {
                assertEquals(Answer.UNSURE, runs.answer(), entry.name());
                assertFalse(runs.note().isEmpty(), entry.name());
            }
            if (entry.config().isPresent()) { // the engine has read it
                assertEquals(Answer.YES, runs.answer(), entry.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen3-0.6b|yes|safetensors, GGUF|''",
                "deepseek-v3|yes|safetensors in FP8 with block scales, GGUF|''",
                "gpt-oss-20b|yes|safetensors in MXFP4 (experts), BF16, GGUF|''",
                "llama-4-scout|yes|safetensors, GGUF|its text part only, as llama4_text",
                "glm-5|no|''|the engine does not know the family glm_moe_dsa",
                "gpt-4|no|''|its weights were not released",
                "mistral-large-3|unsure|''|no source names its family"
            })
    void saysWhyAndInWhichFiles(String name, String answer, String files, String note) {
        Runs runs = CATALOGUE.entry(name).runs();
        assertEquals(answer, runs.answer().toString());
        assertEquals(files, String.join(", ", runs.files()));
        assertEquals(note, runs.note());
    }

    @Test
    void weightsInAFormThatIsNotReadDoNotRun() {
        Entry entry =
                Catalogue.parse(
                                """
                                read: 2026-11-29
                                models:
                                - name: x
                                  modelType: {value: llama, from: [1]}
                                  stored: {value: "GPTQ, 4 bits", method: gptq, from: [1]}
                                  license: {value: MIT, from: [1]}
                                  parts: {from: [1], "yes": [Model parameters (Final)]}
                                  sources: ["somebody"]
                                """)
                        .entry("x");
        assertEquals(
                new Runs(
                        Answer.NO,
                        List.of(),
                        "the engine does not read weights stored as GPTQ, 4 bits"),
                entry.runs());
    }

    /** Whoever counts models should not count the sizes of one. */
    @Test
    void countsEachReleaseOnce() {
        Map<String, List<Entry>> lines = CATALOGUE.lines();
        assertEquals(4, lines.get("GPT-2").size());
        assertEquals(2, lines.get("BLOOM").size());
        assertEquals(lines.size(), CATALOGUE.onePerLine().entries().size());
        assertTrue(lines.size() < CATALOGUE.entries().size() - 20);
        lines.forEach(
                (line, sizes) -> {
                    Entry first = sizes.get(0);
                    for (Entry size : sizes) {
                        assertEquals(first.license(), size.license(), line);
                        assertEquals(
                                first.release().presence(Component.DATASETS),
                                size.release().presence(Component.DATASETS),
                                line);
                    }
                });
    }

    /** The tool's record of GPT-2 says that its weights are missing; everybody has them. */
    @Test
    void showsARecordBesideWhatIsFound() {
        Table record = CATALOGUE.record("gpt2");
        int row = record.stringColumn("component").asList().indexOf("Model parameters (Final)");
        assertEquals(
                "Component Component not included",
                record.stringColumn("the record says").get(row));
        assertEquals(
                "yes, license Modified-MIT-GPT-2", record.stringColumn("the sources say").get(row));
        assertEquals("it is there", record.stringColumn("differs").get(row));
        int inter =
                record.stringColumn("component")
                        .asList()
                        .indexOf("Model parameters (Intermediate)");
        assertEquals("it is not there", record.stringColumn("differs").get(inter));
        UserException refused =
                assertThrows(UserException.class, () -> CATALOGUE.record("mistral-7b"));
        assertTrue(refused.getMessage().contains("no record"), refused.getMessage());
    }

    @Test
    void quotesTheClausesOfLicenses() {
        Table clauses =
                CATALOGUE.only("llama-3-8b", "codestral-22b", "bloom", "mistral-7b").clauses();
        String all = clauses.printAll();
        assertTrue(all.contains("greater than 700 million monthly active users"), all);
        assertTrue(all.contains("for testing, research, Personal, or evaluation purposes"), all);
        assertTrue(
                all.contains("To provide medical advice and medical results interpretation"), all);
        assertTrue(all.contains("prominent notices stating that You changed the files"), all);
        for (String source : clauses.stringColumn("source")) {
            assertTrue(source.contains("read 2026-"), source);
        }
    }

    @Test
    void nothingIsFromMemory() {
        for (Entry entry : CATALOGUE.entries()) {
            entry.allFacts()
                    .forEach(
                            (what, fact) -> {
                                String all = fact.evidence();
                                assertFalse(
                                        all.contains("from memory"), entry.name() + ": " + what);
                                assertFalse(
                                        all.contains("not checked"), entry.name() + ": " + what);
                            });
        }
        assertTrue(CATALOGUE.unsure().rowCount() < 40, CATALOGUE.unsure().rowCount() + " rows");
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
                        CATALOGUE.runs(8L << 30),
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
        Table codestral = unsure.where(unsure.stringColumn("model").isEqualTo("codestral-22b"));
        assertTrue(
                codestral
                        .stringColumn("why unsure")
                        .get(0)
                        .contains("released again under another license"),
                codestral.print());
        assertEquals("2026-11-29", CATALOGUE.facts("gpt2").stringColumn("read").get(0));
    }
}
