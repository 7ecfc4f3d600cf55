package openweights.openness.license;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicensesTest {

    private static final String APACHE = read("LICENSE");

    /** The MIT license as projects write it, for variations. */
    private static final String MIT =
            """
            MIT License

            Copyright (c) 2024 Somebody Else

            Permission is hereby granted, free of charge, to any person obtaining a copy of this
            software and associated documentation files (the "Software"), to deal in the Software
            without restriction, including without limitation the rights to use, copy, modify, merge,
            publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons
            to whom the Software is furnished to do so, subject to the following conditions:

            The above copyright notice and this permission notice shall be included in all copies or
            substantial portions of the Software.

            THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED,
            INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR
            PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
            FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
            OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
            DEALINGS IN THE SOFTWARE.
            """;

    @ParameterizedTest
    @CsvSource({
        "LICENSE, Apache-2.0",
        "LICENSE-TEXTS, CC-BY-4.0",
        "src/main/resources/openweights/chart/draw/Inter-LICENSE.txt, OFL-1.1"
    })
    void recognizesTheLicensesOfThisProject(String file, String id) {
        Recognition found = Licenses.known().recognize(read(file));
        assertEquals(Optional.of(id), found.license().map(License::id), found.how());
        assertEquals("the text of " + id + ", word for word", found.how());
    }

    @Test
    void ignoresLineBreaksTitlesAndOwners() {
        assertEquals(Optional.of("MIT"), id(MIT));
        assertEquals(Optional.of("MIT"), id(MIT.replace("\n", "\r\n")));
        assertEquals(Optional.of("MIT"), id(MIT.replaceAll("(?<=\\w)\\n(?=\\w)", " ")));
        assertEquals(
                Optional.of("MIT"),
                id(
                        MIT.replaceFirst("MIT License", "The MIT License (MIT)")
                                .replaceFirst("2024 Somebody Else", "2019-2023 Two, Three")));
        String terms = APACHE.substring(0, APACHE.indexOf("APPENDIX"));
        assertEquals(Optional.of("Apache-2.0"), id(terms));
    }

    private static final String BSD =
            """
            Redistribution and use in source and binary forms, with or without modification, are
            permitted provided that the following conditions are met:

            * Redistributions of source code must retain the above copyright notice, this list of
              conditions and the following disclaimer.
            * Redistributions in binary form must reproduce the above copyright notice, this list of
              conditions and the following disclaimer in the documentation and/or other materials
              provided with the distribution.
            * Neither the name of Example, Inc. nor the names of its contributors may be used to
              endorse or promote products derived from this software without specific prior written
              permission.

            THIS SOFTWARE IS PROVIDED BY EXAMPLE, INC. AND CONTRIBUTORS ``AS IS'' AND ANY EXPRESS OR
            IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF
            MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL
            EXAMPLE, INC. OR ITS CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
            EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
            SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
            HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR
            TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
            SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
            """;

    /** By SPDX's guidelines: numbering, owners, comment marks and spellings do not matter. */
    @Test
    void recognizesTheUsualWordingsOfBsd() {
        assertEquals(Optional.of("BSD-3-Clause"), id(BSD));
        assertEquals(Optional.of("BSD-3-Clause"), id("Copyright 2014 Example, Inc.\n" + BSD));
        assertEquals(Optional.of("BSD-3-Clause"), id(BSD.replace("* Re", "  1. Re")));
        assertEquals(Optional.of("BSD-3-Clause"), id(BSD.replace("* Re", "(a) Re")));
        assertEquals(Optional.of("BSD-3-Clause"), id(BSD.replaceAll("(?m)^", "# ")));
        String holder = "the copyright holder";
        assertEquals(
                Optional.of("BSD-3-Clause"),
                id(BSD.replace("Example, Inc.", holder).replace("EXAMPLE, INC.", holder)));
        String two = BSD.replaceAll("(?s)\\* Neither.*?permission\\.\n", "");
        assertEquals(Optional.of("BSD-2-Clause"), id(two));
        assertEquals(
                Optional.empty(), id(BSD.replace("with or without modification", "unmodified")));
    }

    @Test
    void recognizesApacheWithoutItsLastLines() {
        String terms = APACHE.substring(0, APACHE.indexOf("END OF TERMS"));
        assertEquals(Optional.of("Apache-2.0"), id(terms));
        assertEquals(Optional.of("Apache-2.0"), id(terms.replace("https://", "http://")));
        assertEquals(Optional.empty(), id(terms + "It ends when you sell the work."));
    }

    /** A text that begins like both GPLs is compared with the one that it is most like. */
    @Test
    void namesTheNearestOfSimilarLicenses() {
        String alike = "GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991\n" + "word ".repeat(2900);
        String how = Licenses.known().recognize(alike).how();
        assertTrue(how.startsWith("names GPL-2.0-only but differs from its text (2900 "), how);
    }

    @ParameterizedTest
    @CsvSource({
        "LLAMA 3.1 COMMUNITY LICENSE AGREEMENT, Llama-3.1",
        "LLAMA 3.2 COMMUNITY LICENSE AGREEMENT, Llama-3.2",
        "LLAMA 3.3 COMMUNITY LICENSE AGREEMENT, Llama-3.3",
        "LLAMA 4 COMMUNITY LICENSE AGREEMENT, Llama-4",
        "Tongyi Qianwen LICENSE AGREEMENT, Tongyi-Qianwen",
        "Tongyi Qianwen RESEARCH LICENSE AGREEMENT, Tongyi-Qianwen-Research",
        "MINIMAX MODEL LICENSE AGREEMENT, MiniMax-Model",
        "NVIDIA Open Model License Agreement, NVIDIA-Open-Model",
        "# Gemma Terms of Use, Gemma"
    })
    void knowsTheTitlesOfRestrictedLicenses(String title, String id) {
        assertEquals(Optional.of(id), id(title + "\n\nBy using the model, you agree.\n"));
    }

    @Test
    void knowsMitWithARestrictionOfItsOwn() {
        String kimi =
                MIT.replace("MIT License", "Modified MIT License")
                        + "you shall prominently display \"Kimi K2\" on the user interface";
        assertEquals(Optional.of("Modified-MIT-Kimi"), id(kimi));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This license does not hold for commercial use.",
                "Companies with more than 700 users need another license.",
                "Do no harm."
            })
    void anExtraSentenceMakesAnotherLicense(String sentence) {
        for (String text : new String[] {MIT, APACHE}) {
            for (String altered : new String[] {text + sentence, sentence + "\n\n" + text}) {
                Recognition found = Licenses.known().recognize(altered);
                assertTrue(found.license().isEmpty(), found.how());
            }
        }
        assertTrue(
                Licenses.known()
                        .recognize(APACHE + sentence)
                        .how()
                        .startsWith("names Apache-2.0 but differs from its text ("));
    }

    @Test
    void oneChangedWordMakesAnotherLicense() {
        Recognition found = Licenses.known().recognize(MIT.replace("free of charge", "for a fee"));
        assertFalse(found.license().isPresent());
        assertEquals(
                "names MIT but differs from its text (158 words; MIT has 158). Read it",
                found.how());
    }

    @Test
    void recognizesRestrictedLicensesByTheirPhrases() {
        Recognition llama =
                Licenses.known()
                        .recognize(
                                "META LLAMA 3 COMMUNITY LICENSE AGREEMENT\nMeta Llama 3 Version\n");
        assertEquals(Optional.of("Llama-3"), llama.license().map(License::id));
        assertEquals(
                List.of("2", "1.b.i", "1.b.i", "1.b.v"),
                llama.lacking().stream().map(License.Clause::section).toList());
        assertTrue(
                llama.how()
                        .startsWith(
                                "calls itself Meta Llama 3 Community License; it lacks 2 (\"If, on the Meta Llama 3 version release date"),
                llama.how());
        assertEquals(
                Optional.of("BigScience-BLOOM-RAIL-1.0"),
                id("BigScience RAIL License v1.0\ndated May 19, 2022"));
    }

    /** A text with all clauses that tell a license is that license, however it is laid out. */
    @Test
    void recognizesALicenseByItsClauses() {
        for (License license : Licenses.known().all()) {
            if (license.marks().isEmpty() || license.clauses().isEmpty()) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            license.marks().forEach(mark -> text.append(mark).append("\n\n"));
            license.clauses().forEach(c -> text.append("* ").append(c.words()).append(".\n"));
            Recognition found = Licenses.known().recognize(text.toString());
            assertEquals(Optional.of(license.id()), found.license().map(License::id), found.how());
            assertEquals(List.of(), found.lacking(), found.how());
            assertTrue(
                    found.how().contains("is not one of those known here, but it has"),
                    found.how());
        }
    }

    /** Someone took the clause about other models out of Llama 3's license. */
    @Test
    void saysWhichClauseALicenseLacks() {
        License llama = Licenses.known().named("llama3").orElseThrow();
        String text =
                "META LLAMA 3 COMMUNITY LICENSE AGREEMENT\n"
                        + llama.clauses().get(0).words()
                        + "\n"
                        + llama.clauses().get(1).words()
                        + "\n"
                        + llama.clauses().get(2).words();
        Recognition found = Licenses.known().recognize(text);
        assertEquals(List.of(llama.clauses().get(3)), found.lacking());
        assertTrue(found.how().contains("it lacks 1.b.v"), found.how());
    }

    @ParameterizedTest
    @CsvSource({
        "meta-llama/Llama-2-7b-hf, Llama-2",
        "meta-llama/Meta-Llama-3-8B-Instruct, Llama-3",
        "meta-llama/Llama-3.2-1B, Llama-3.2",
        "google/gemma-3-270m, Gemma",
        "HuggingFaceTB/SmolLM2-135M, Apache-2.0",
        "deepseek-ai/DeepSeek-R1, MIT",
        "somebody/else,"
    })
    void knowsUnderWhichLicenseMakersReleased(String repository, String id) {
        assertEquals(
                Optional.ofNullable(id),
                Licenses.known().ofRepository(repository).map(License::id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n", "All rights reserved.", "Do what you want with it."})
    void reportsUnknownTexts(String text) {
        Recognition found = Licenses.known().recognize(text);
        assertTrue(found.license().isEmpty());
        assertTrue(found.how().contains("not a known license"), found.how());
    }

    @ParameterizedTest
    @CsvSource({
        "apache-2.0, Apache-2.0",
        "bigscience-bloom-rail-1.0, BigScience-BLOOM-RAIL-1.0",
        "llama3, Llama-3",
        "llama3.1, Llama-3.1",
        "llama3.2, Llama-3.2",
        "llama3.3, Llama-3.3",
        "llama4, Llama-4",
        "gpl-2.0, GPL-2.0-only",
        "MIT, MIT"
    })
    void knowsTheNamesInModelCards(String tag, String id) {
        assertEquals(Optional.of(id), Licenses.known().named(tag).map(License::id));
    }

    @Test
    void doesNotGuessAName() {
        assertEquals(Optional.empty(), Licenses.known().named("other"));
        assertEquals(Optional.empty(), Licenses.known().named("Apache 2.0"));
    }

    @Test
    void everyLicenseNamesItsSourceAndDate() {
        for (License license : Licenses.known().all()) {
            assertTrue(license.source().matches(".*read 20\\d\\d-\\d\\d-\\d\\d.*"), license.id());
            assertTrue(license.osi() != Answer.YES || license.open() == Answer.YES, license.id());
        }
    }

    private static Optional<String> id(String text) {
        return Licenses.known().recognize(text).license().map(License::id);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
