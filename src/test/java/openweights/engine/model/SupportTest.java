package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;

/** What is said before a model is there must be what happens when it is. */
class SupportTest {

    @Test
    void knowsTheFamilies() {
        for (String type : Families.KNOWN.keySet()) {
            assertEquals(type, Support.of(type).modelType());
            assertTrue(Support.of(type).family(), type);
            assertFalse(Support.of(type).textOnly(), type);
        }
        Support eliza = Support.of("eliza");
        assertFalse(eliza.family() || eliza.textOnly() || eliza.gguf());
    }

    @Test
    void knowsTheTextPartsOfMultimodalFamilies() {
        Support gemma = Support.of("gemma3");
        assertEquals("gemma3_text", gemma.modelType());
        assertTrue(gemma.family() && gemma.textOnly() && gemma.gguf());
    }

    /** A GGUF file of each family for which one is said to open, and of no other. */
    @Test
    void saysWhichFamiliesOpenAsGguf() throws IOException {
        Set<String> opened = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".gguf")).toList()) {
                try {
                    opened.add(Config.read(file).modelType());
                } catch (UserException e) {
                    assertFalse(String.valueOf(e.getMessage()).isEmpty()); // a damaged fixture
                }
            }
        }
        Set<String> said =
                Families.KNOWN.keySet().stream()
                        .filter(type -> Support.of(type).gguf())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(said, opened);
    }

    @Test
    void knowsTheQuantizationsThatAreRead() {
        assertTrue(Support.reads("fp8") && Support.reads("mxfp4"));
        assertFalse(Support.reads("gptq") || Support.reads("") || Support.reads("bitsandbytes"));
    }
}
