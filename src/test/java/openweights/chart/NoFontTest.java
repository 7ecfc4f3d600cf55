package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Charts do not depend on the fonts that are installed on the machine. */
@EnabledOnOs(OS.LINUX)
class NoFontTest {

    private static final String NO_FONTS =
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>";

    @TempDir Path folder;

    @Test
    void drawsTheSameBytesWithoutAnyFontInstalled() throws Exception {
        Path fonts = Files.writeString(folder.resolve("fonts.conf"), NO_FONTS);
        Map<String, String> none = Map.of("FONTCONFIG_FILE", fonts.toString());
        assertEquals(0, gallery(none), Files.readString(folder.resolve("log")));
        for (Map.Entry<String, Figure> picture : Gallery.figures().entrySet()) {
            byte[] there = Files.readAllBytes(folder.resolve(picture.getKey() + ".png"));
            assertArrayEquals(picture.getValue().png(), there, picture.getKey());
        }
    }

    @Test
    void writesNothingToTheUsersHome() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        assertEquals(
                0,
                gallery(Map.of(), "-Duser.home=" + home),
                Files.readString(folder.resolve("log")));
        try (Stream<Path> written = Files.list(home)) {
            assertEquals(List.of(), written.toList());
        }
    }

    private int gallery(Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-Djava.awt.headless=true", "-cp"));
        command.addAll(
                List.of(
                        System.getProperty("java.class.path"),
                        Gallery.class.getName(),
                        folder.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }
}
