package openweights.engine.bench.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.UserException;

/**
 * llama.cpp as npm's package {@code node-llama-cpp} carries it, compiled for most processors.
 *
 * @param node the program that runs it
 * @param index the package's {@code dist/index.js}
 */
public record LlamaCpp(Path node, Path index) {

    /** What users call it. */
    public static final String NAME = "llama.cpp";

    private static final String PACKAGE = "node-llama-cpp";
    private static final Path INDEX = Path.of("dist", "index.js");

    /**
     * Finds Node.js on the PATH, and the package under {@code folder}: the folder where npm
     * installed it, its {@code node_modules}, or the package's own folder.
     *
     * @throws UserException if one of them is missing; the message says how to get it
     */
    public static LlamaCpp find(Path folder) {
        return find(folder, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    static LlamaCpp find(Path folder, String path) {
        Path home = folder.toAbsolutePath().normalize();
        Path index =
                Stream.of(
                                home.resolve("node_modules").resolve(PACKAGE),
                                home.resolve(PACKAGE),
                                home)
                        .map(place -> place.resolve(INDEX))
                        .filter(LlamaCpp::isPackage)
                        .findFirst()
                        .orElseThrow(() -> missingPackage(home));
        Path node =
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(place -> !place.isBlank())
                        .flatMap(
                                place -> Stream.of("node", "node.exe").map(Path.of(place)::resolve))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(LlamaCpp::missingNode);
        return new LlamaCpp(node.toAbsolutePath(), index);
    }

    /** Any other package has a dist/index.js as well. */
    private static boolean isPackage(Path index) {
        return index.endsWith(Path.of(PACKAGE).resolve(INDEX)) && Files.isRegularFile(index);
    }

    private static UserException missingPackage(Path folder) {
        return new UserException(
                "There is no package %s in %s. Run \"npm install %s\" in that folder, or name the folder in which you did: --peer llama.cpp FOLDER."
                        .formatted(PACKAGE, folder, PACKAGE));
    }

    private static UserException missingNode() {
        return new UserException(
                "llama.cpp runs in Node.js here, and there is no program node on the PATH. Install Node.js 20 or newer, from https://nodejs.org or with your system's package manager.");
    }

    /** The command that runs {@code script} with the package's main file as its first argument. */
    List<String> command(Path script, String... arguments) {
        return Stream.concat(
                        Stream.of(node.toString(), script.toString(), index.toString()),
                        Arrays.stream(arguments))
                .toList();
    }
}
