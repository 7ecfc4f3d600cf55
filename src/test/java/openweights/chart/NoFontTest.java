package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A machine on which no font is installed, as far as Java can see. */
@EnabledOnOs(OS.LINUX)
class NoFontTest {

    private static final String NO_FONTS =
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>";

    @TempDir Path folder;

    @Test
    void drawsTheSameBytesWithoutAnyFontInstalled() throws Exception {
        assertEquals(0, gallery(), Files.readString(folder.resolve("log")));
        for (Map.Entry<String, Figure> picture : Gallery.figures().entrySet()) {
            byte[] there = Files.readAllBytes(folder.resolve(picture.getKey() + ".png"));
            assertArrayEquals(picture.getValue().png(), there, picture.getKey());
        }
    }

    private int gallery() throws IOException, InterruptedException {
        Path fonts = Files.writeString(folder.resolve("fonts.conf"), NO_FONTS);
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Gallery.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        return builder.start().waitFor();
    }
}
