package openweights.cli.engine;

import java.nio.file.Path;
import openweights.base.UserException;
import openweights.engine.hub.store.ModelName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts what a user calls a model. */
final class ModelPath implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        try {
            return new ModelName(text).require();
        } catch (UserException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** The same for what may be a file that is not a model; one that is missing is named later. */
    static final class OrFile implements ITypeConverter<Path> {

        @Override
        public Path convert(String name) {
            return new ModelName(name).path().orElse(Path.of(name));
        }
    }
}
