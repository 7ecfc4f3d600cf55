package openweights.cli.engine;

import java.nio.file.Path;
import openweights.engine.hub.store.ModelName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts what a user calls a model. */
final class ModelPath implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        ModelName name = new ModelName(text);
        return name.path().orElseThrow(() -> new TypeConversionException(name.unknown()));
    }

    /** The same for what may be a file that is not a model; one that is missing is named later. */
    static final class OrFile implements ITypeConverter<Path> {

        @Override
        public Path convert(String name) {
            return new ModelName(name).path().orElse(Path.of(name));
        }
    }
}
