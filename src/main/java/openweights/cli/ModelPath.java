package openweights.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.course.jupyter.Project;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a user calls a model: a folder, a file, or the name of one of the course's own. */
final class ModelPath implements ITypeConverter<Path> {

    @Override
    public Path convert(String name) {
        Path here = Path.of(name);
        if (Files.exists(here)) {
            return here;
        }
        Path models = Project.locate().lessons().resolve("models");
        Path own = models.resolve(name);
        if (Files.exists(own)) {
            return own;
        }
        throw new TypeConversionException(
                "\"%s\" is neither a folder nor a file here, nor a model of the course (%s)."
                        .formatted(name, names(models)));
    }

    private static String names(Path models) {
        if (!Files.isDirectory(models)) {
            return "there are none in " + models;
        }
        try (Stream<Path> folders = Files.list(models)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
