package openweights.openness.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openweights.openness.Audit;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.framework.G7Label;
import openweights.openness.framework.Kind;
import openweights.openness.framework.MofClass;
import openweights.openness.license.Answer;
import openweights.openness.license.License;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseFolderTest {

    private static final Path APACHE = Path.of("LICENSE");

    @TempDir Path folder;

    @BeforeEach
    void writeWeightsOnly() throws IOException {
        write("model.safetensors", "weights");
        write("config.json", "{}");
        write("tokenizer.json", "{}");
        write("README.md", "---\nlicense: apache-2.0\n---\n# A model\n");
        Files.copy(APACHE, folder.resolve("LICENSE"));
    }

    @Test
    void weightsWithAnApprovedLicenseAreOpenWeightOnly() throws IOException {
        Release release = read();
        Audit audit = Audit.of(release);
        assertEquals(List.of(), release.findings());
        assertEquals(Kind.OPEN_WEIGHT, audit.kind());
        assertEquals("fails", audit.osaid().outcome());
        assertEquals("unclassified", audit.mof().outcome());
        assertEquals(Optional.of("Apache-2.0"), license(release, Component.PARAMETERS));
        assertEquals(Presence.NO, release.presence(Component.TRAINING_CODE));
        assertEquals(Presence.PARTIAL, release.presence(Component.ARCHITECTURE));
    }

    @Test
    void reportsACardWithoutMetadataAndUsesTheText() throws IOException {
        write("README.md", "# A model\nApache 2.0, I think.\n");
        Release release = read();
        assertEquals(
                List.of("README.md has no metadata, so it does not state a license."),
                release.findings());
        assertEquals(Optional.of("Apache-2.0"), license(release, Component.PARAMETERS));
        Files.delete(folder.resolve("LICENSE"));
        assertEquals(Kind.UNLICENSED, Audit.of(read()).kind());
    }

    @Test
    void neverChoosesBetweenContradictingLicenses() throws IOException {
        write("README.md", "---\nlicense: mit\n---\n");
        Release release = read();
        assertEquals(Optional.empty(), license(release, Component.PARAMETERS));
        assertEquals(
                List.of(
                        "Two licenses contradict each other: the model card says mit, but LICENSE: the text of Apache-2.0, word for word."),
                release.findings());
        assertEquals(Kind.UNLICENSED, Audit.of(release).kind());
    }

    @Test
    void neverTakesAnAlteredTextForTheLicenseInTheCard() throws IOException {
        write("LICENSE", Files.readString(APACHE) + "\nNot for commercial use.\n");
        Release release = read();
        assertEquals(Optional.empty(), license(release, Component.PARAMETERS));
        assertTrue(
                release.findings().get(0).startsWith("LICENSE: names Apache-2.0 but differs"),
                release.findings().get(0));
    }

    @Test
    void reportsAnUnknownTextAndGuessesNothing() throws IOException {
        write("README.md", "---\nlicense: other\n---\n");
        write("LICENSE", "You may do with it what you like on Sundays.");
        Release release = read();
        assertEquals(Optional.empty(), license(release, Component.PARAMETERS));
        assertEquals(
                List.of("LICENSE: a text of 10 words that is not a known license. Read it."),
                release.findings());
        assertEquals(Kind.UNLICENSED, Audit.of(release).kind());
        assertEquals("fails", Audit.of(release).osaid().outcome());
        write("README.md", "---\nlicense: apache-2.0\n---\n");
        assertEquals(Optional.empty(), license(read(), Component.PARAMETERS), "the text counts");
    }

    /** A text that is not recognized says nothing, so it contradicts nothing. */
    @Test
    void anUnknownTextIsOneFindingAndNoContradiction() throws IOException {
        write("LICENSE", Files.readString(APACHE) + "\nNot for commercial use.\n");
        assertEquals(1, read().findings().size(), read().findings().toString());
    }

    @Test
    void whatMayRestrictUseIsToBeRead() throws IOException {
        write(
                "README.md",
                "---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-2-7b-hf\nextra_gated_prompt: agree\n---\n\nFor non-commercial research use only.\u001b[2J\n");
        write("USE_POLICY.md", "Do no harm.");
        Release release = read();
        assertEquals(Optional.of("Apache-2.0"), license(release, Component.PARAMETERS));
        assertEquals(
                List.of(
                        "The model card says that this model was made from meta-llama/Llama-2-7b-hf, which its maker released under Llama 2 Community License (a separate license above 700 million monthly active users; acceptable use policy; outputs may not be used to improve other language models). Read whether these terms hold for this model too.",
                        "The model card asks users to agree to terms (extra_gated_prompt). Read it.",
                        "The model card's text seems to restrict use: \"For non-commercial research use only.\\u001b[2J\". Read it.",
                        "USE_POLICY.md: may restrict use beyond the license. Read it."),
                release.findings());
        write("README.md", "---\nlicense: llama3.2\nbase_model: a/b\n---\n");
        Files.delete(folder.resolve("LICENSE"));
        assertEquals(List.of(), read().findings());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets the permissions of POSIX")
    void doesNotCallClosedWhatMayNotBeRead() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve("data"));
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(hidden);
        try {
            Files.setPosixFilePermissions(hidden, Set.of());
            assumeFalse(Files.isReadable(hidden), "this user may read everything");
            assertEquals(
                    List.of("data: may not be read, so what it contains is not known here."),
                    read().findings());
            assertEquals(Presence.UNKNOWN, read().part(Component.DATASETS).presence());
            Files.setPosixFilePermissions(folder, Set.of());
            assertThrows(AccessDeniedException.class, this::read);
        } finally {
            Files.setPosixFilePermissions(folder, before);
            Files.setPosixFilePermissions(hidden, before);
        }
    }

    @Test
    void severalLicensesInOneCardAreAFinding() throws IOException {
        write("README.md", "---\nlicense: [mit, apache-2.0]\n---\n");
        Files.delete(folder.resolve("LICENSE"));
        Release release = read();
        assertEquals(
                List.of(
                        "The model card names several licenses (mit, apache-2.0) but not which one applies."),
                release.findings());
        assertEquals(Optional.empty(), license(release, Component.PARAMETERS));
    }

    @Test
    void otherMeansThatTheTextDecides() throws IOException {
        write("README.md", "---\nlicense: other\nlicense_name: mnpl\n---\n");
        write("LICENSE", "Mistral AI Non-Production License\n\nwhatever follows\n");
        assertEquals(Optional.of("MNPL-0.1"), license(read(), Component.PARAMETERS));
        assertEquals(Kind.RESTRICTED, Audit.of(read()).kind());
        Files.delete(folder.resolve("LICENSE"));
        assertEquals(Optional.of("MNPL-0.1"), license(read(), Component.PARAMETERS), "by its name");
        write("README.md", "---\nlicense: other\nlicense_name: mine\n---\n");
        Release release = read();
        assertEquals(Optional.empty(), license(release, Component.PARAMETERS));
        assertEquals(
                List.of(
                        "The model card names the license other, \"mine\", which is not known here, and the folder does not contain its text."),
                release.findings());
        write("README.md", "---\nlicense: other\nlicense_name: apache-2.0\n---\n");
        assertEquals(Optional.empty(), license(read(), Component.PARAMETERS), "never more open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "---\\nlicense: mit\\nlicense: apache-2.0\\n---|is not YAML",
                "---\\nlicense: [\\n---|is not YAML",
                "---\\nlicense: mit\\n|never ends",
                "---\\n- mit\\n---|is not a mapping of keys",
                "---\\nlicense: {a: b}\\n---|expected a text",
                "---\\ntags: [a]\\n---|names no license",
                "---\\na: &a [x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\\nlicense: *b\\n---|",
            })
    void reportsDamagedMetadataAndIgnoresIt(String card, String finding) throws IOException {
        write("README.md", card.replace("\\n", "\n"));
        Files.delete(folder.resolve("LICENSE"));
        Release release = read();
        assertEquals(Optional.empty(), license(release, Component.PARAMETERS));
        assertTrue(
                release.findings().stream().anyMatch(f -> finding == null || f.contains(finding)),
                release.findings().toString());
    }

    @Test
    void anEmptyFileCountsAsMissing() throws IOException {
        write("model.safetensors", "");
        write("DATA_CARD.md", "");
        Release release = read();
        assertEquals(Presence.NO, release.presence(Component.PARAMETERS));
        assertEquals(Presence.NO, release.presence(Component.DATA_CARD));
        assertEquals(Kind.CLOSED, Audit.of(release).kind());
    }

    @Test
    void declaredButMissingFilesAreAFindingAndDoNotCount() throws IOException {
        write(
                "mof.yml",
                """
                release:
                  license: {distribution: {name: Apache-2.0, path: LICENSE}}
                  components:
                    - {name: Training code, component_path: train/}
                    - {name: Data card, component_path: DATA_CARD.md, license: CC-BY-4.0}
                    - {name: Magic, component_path: x}
                """);
        write("DATA_CARD.md", "# Data\n");
        Release release = read();
        assertEquals(Presence.NO, release.presence(Component.TRAINING_CODE));
        assertEquals(Optional.of("CC-BY-4.0"), license(release, Component.DATA_CARD));
        assertEquals(
                List.of(
                        "mof.yml: \"Magic\" is not a known component.",
                        "mof.yml: \"Training code\" should be at train/, but nothing is there."),
                release.findings());
    }

    @Test
    void codeOutsideAMovedFolderIsUnknown() throws IOException {
        write(
                "mof.yml",
                """
                release:
                  license: {distribution: {name: Apache-2.0, path: LICENSE}}
                  components:
                    - {name: Training code, component_path: ../../src/train}
                """);
        Release release = read();
        assertEquals(Presence.UNKNOWN, release.presence(Component.TRAINING_CODE));
        assertEquals(
                List.of(
                        "mof.yml: \"Training code\" should be at ../../src/train, but nothing is there. That path leads outside the folder; was the folder moved?"),
                release.findings());
    }

    @Test
    void aDeclaredLicenseMustMatchItsText() throws IOException {
        write(
                "mof.yml",
                """
                release:
                  license: {distribution: {name: MIT, path: LICENSE}}
                """);
        Release release = read();
        assertEquals(Optional.empty(), license(release, Component.PARAMETERS));
        assertTrue(
                release.findings()
                        .contains(
                                "License of \"Model parameters (Final)\": mof.yml says MIT, but LICENSE: the text of Apache-2.0, word for word."),
                release.findings().toString());
    }

    @Test
    void aCompleteReleaseIsOpenSourceAndOpenScience() throws IOException {
        for (String file :
                List.of(
                        "modeling_tiny.py",
                        "train.py",
                        "generate.py",
                        "evaluate.py",
                        "preprocess.py",
                        "data/train.txt",
                        "data/validation.txt",
                        "checkpoints/step-10/model.safetensors",
                        "evaluation.json",
                        "DATA_CARD.md",
                        "REPORT.md",
                        "PAPER.md")) {
            write(file, "something");
        }
        Audit audit = Audit.of(read());
        assertEquals(Kind.OPEN_SOURCE, audit.kind());
        assertEquals(MofClass.I, audit.mof().certain());
        assertEquals(6 / 12.0, audit.index().low(), 1e-9); // documents are there; nobody read them
        assertEquals(1.0, audit.index().high());
        assertEquals(G7Label.OPEN_SOURCE_OPEN_DATA, audit.g7().certain());
        assertEquals(List.of(), audit.disagreements());
        Files.delete(folder.resolve("PAPER.md"));
        assertEquals(MofClass.II, Audit.of(read()).mof().certain());
        Files.delete(folder.resolve("DATA_CARD.md"));
        assertEquals(Answer.NO, Audit.of(read()).osaid().passes());
    }

    @Test
    void checksTheManifest() throws IOException {
        write("manifest.json", "{\"files\": [{\"path\": \"config.json\", \"sha256\": \"00\"}]}");
        List<String> findings = read().findings();
        assertTrue(
                findings.contains(
                        "config.json: its SHA-256 differs from manifest.json; one of them was changed."),
                findings.toString());
        assertTrue(
                findings.contains("LICENSE: is not listed in manifest.json."), findings.toString());
    }

    @Test
    void aRewrittenManifestMatches() throws IOException {
        Manifest.write(folder);
        assertEquals(List.of(), manifestFindings());
        write("README.md", Files.readString(folder.resolve("README.md")) + "One more sentence.\n");
        assertEquals(
                List.of(
                        "README.md: its SHA-256 differs from manifest.json; one of them was changed."),
                manifestFindings());
        Manifest.write(folder);
        assertEquals(List.of(), manifestFindings());
    }

    private List<String> manifestFindings() throws IOException {
        return read().findings().stream().filter(f -> f.contains(Manifest.FILE)).toList();
    }

    @Test
    void refusesAFile() {
        assertThrows(NotDirectoryException.class, () -> ReleaseFolder.read(APACHE));
    }

    private Release read() throws IOException {
        return ReleaseFolder.read(folder);
    }

    private static Optional<String> license(Release release, Component component) {
        return release.part(component).terms().license().map(License::id);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /**
     * What MOF asks of data: that they are there. Its own tool is stricter, and a warning says so.
     */
    @Test
    void dataCountForMofUnderAnyLicense() throws IOException {
        write(
                "mof.yml",
                """
                release:
                  license: {distribution: {name: Apache-2.0, path: LICENSE}}
                  components:
                    - {name: Datasets, component_path: data, license: CC-BY-NC-4.0}
                """);
        write("data/train.txt", "something");
        Audit audit = Audit.of(read());
        assertEquals(
                Answer.YES,
                audit.mof().criteria().stream()
                        .filter(c -> c.name().equals("Datasets"))
                        .findFirst()
                        .orElseThrow()
                        .met());
        assertTrue(
                audit.mof().warnings().toString().contains("its tool does not count them"),
                audit.mof().warnings().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apache-2.0|meta-llama/Llama-2-7b-hf|released under Llama 2 Community License (a separate license above 700",
                "llama3.2|meta-llama/Llama-2-7b-hf|released under Llama 2 Community License (a separate license above 700",
                "apache-2.0|google/gemma-3-270m|released under Gemma Terms of Use (prohibited-use",
                "apache-2.0|somebody/else|whose license may hold for it too. Read it.",
                "apache-2.0|HuggingFaceTB/SmolLM2-135M|",
                "llama2|meta-llama/Llama-2-7b-hf|",
            })
    void whatAModelWasMadeFromMayBindIt(String license, String base, String words)
            throws IOException {
        Files.delete(folder.resolve("LICENSE"));
        write("README.md", "---\nlicense: " + license + "\nbase_model: " + base + "\n---\n");
        List<String> findings = read().findings();
        assertEquals(
                words != null,
                findings.toString().contains("was made from " + base),
                findings.toString());
        assertTrue(words == null || findings.toString().contains(words), findings.toString());
    }

    /** Editors on Windows write a byte order mark, some of them UTF-16. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsTextsWithAByteOrderMark(String charset) throws IOException {
        for (String name : List.of("LICENSE", "README.md")) {
            String text = "\uFEFF" + Files.readString(folder.resolve(name));
            Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
        }
        Release release = read();
        assertEquals(Optional.of("Apache-2.0"), license(release, Component.PARAMETERS));
        assertEquals(List.of(), release.findings());
    }

    /** Whatever stands in a card or a license, an audit ends, and says something. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nlicense: other\nlicense_name: [a, b]\nbase_model: {a: b}\n---\n",
                "---\nlicense: ~\nbase_model: ~\n---\n",
                "---\nlicense: !!java.net.URL [\"http://x\"]\n---\n",
                "---\nlicense: &a [*a]\n---\n",
                "---\n? {a: b}\n: c\n---\n",
                "---\nlicense: \"\\ud800\"\n---\n",
                "---\n\u0000\n---\n"
            })
    void survivesHostileCards(String card) throws IOException {
        write("README.md", card);
        Release release = read();
        assertFalse(release.findings().isEmpty(), card);
        assertTrue(Audit.of(release).kind() != Kind.OPEN_SOURCE, card);
    }

    @Test
    void survivesEndlessLists() throws IOException {
        String many = ("a/b" + "x".repeat(5) + ", ").repeat(3000);
        StringBuilder bases = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            bases.append("a/m").append(i).append(", ");
        }
        write("README.md", "---\nlicense: mit\nbase_model: [" + bases + "z/z]\n---\n" + many);
        Files.delete(folder.resolve("LICENSE"));
        List<String> findings = read().findings();
        assertTrue(findings.size() < 20, findings.size() + " findings");
        assertTrue(findings.toString().contains("names 5001 models"), findings.toString());
        write("LICENSE", "meta llama 3 community license agreement ".repeat(6000));
        assertTrue(read().findings().toString().contains("it lacks 2 ("));
        write("LICENSE", "copyright ".repeat(100_000));
        assertTrue(read().findings().toString().contains("is too long for a license"));
    }
}
