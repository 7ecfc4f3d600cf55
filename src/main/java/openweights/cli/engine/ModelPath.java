package openweights.cli.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.engine.hub.LocalModels;
import openweights.engine.hub.store.FoundModel;
import openweights.engine.hub.store.ModelStores;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts what a user calls a model: a folder, a file, the name of a {@link LocalModels}, or what
 * another program on this machine calls it.
 */
final class ModelPath implements ITypeConverter<Path> {

    @Override
    public Path convert(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    private static Optional<Path> find(String name) {
        Path here = Path.of(name);
        if (Files.exists(here)) {
            return Optional.of(here);
        }
        return LocalModels.here()
                .findAny(name)
                .or(() -> ModelStores.here().find(name).map(FoundModel::path));
    }

    /** The same for what may be a file that is not a model; one that is missing is named later. */
    static final class OrFile implements ITypeConverter<Path> {
        @Override
        public Path convert(String name) {
            return find(name).orElse(Path.of(name));
        }
    }

    private static TypeConversionException unknown(String name) {
        String names =
                LocalModels.here().all().stream()
                        .map(folder -> folder.getFileName().toString())
                        .collect(Collectors.joining(", "));
        return new TypeConversionException(
                "\"%s\" is neither a folder nor a file here, nor a model of the course (%s), nor one of another program; ./course models lists them."
                        .formatted(name, names.isEmpty() ? "there are none yet" : names));
    }
}
