package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @Test
    void plainTextIsLeftAlone() {
        assertEquals("work/01-own_model.gguf", ShellWord.of("work/01-own_model.gguf"));
        assertEquals("K\u00fcrs", ShellWord.of("K\u00fcrs"));
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "my course",
                "it's",
                "a\"b",
                "$HOME",
                "`id`",
                "a\\b",
                "~",
                "*",
                "a;b",
                "!x"
            })
    void aShellTakesItForOneWordAndAsItIs(String text) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", "printf '<%s>' " + ShellWord.of(text)).start();
        byte[] said = shell.getInputStream().readAllBytes();
        assertEquals("<" + text + ">", new String(said, StandardCharsets.UTF_8));
    }
}
