package openweights.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;

/**
 * Runs the commands that students run most, for the sake of the classes that they load. The build
 * lets the JVM write these classes to {@code target/openweights.jsa}, and the launcher has later
 * JVMs map that file: a start then takes about half as long.
 */
final class Rehearsal {

    private static final String MODEL = "lessons/models/seedling";

    private Rehearsal() {}

    public static void main(String[] arguments) {
        PrintStream silence =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(silence);
        System.setErr(silence);
        play("--help");
        play("models");
        play("catalogue", "--runs");
        play("fetch", "--list");
        play("progress");
        play("doctor");
        play("corpus", "--stories", "2");
        Path model = Home.locate().root().resolve(MODEL);
        if (Files.isDirectory(model)) {
            play("inspect", model.toString());
            play("audit", model.toString());
            play("tokenize", model.toString(), "Once upon a time");
            play("generate", model.toString(), "Once upon a time", "-n", "2");
            play("generate", model.toString(), "Once upon a time", "-n", "2", "--json");
        }
    }

    private static void play(String... arguments) {
        Main.run(Main.commandLineFor(arguments), arguments);
    }
}
