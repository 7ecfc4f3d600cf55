package openweights.openness.license;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "names MIT but differs from its text (163 words; MIT has 163). Read it",
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
                "calls itself Meta Llama 3 Community License; its wording was not compared",
                llama.how());
        assertEquals(
                Optional.of("BigScience-BLOOM-RAIL-1.0"),
                id("BigScience RAIL License v1.0\ndated May 19, 2022"));
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
