package openweights.engine.train.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import openweights.base.Json;
import openweights.base.JsonException;

/** Reads recipe.json strictly: missing and unknown keys and values of another type are refused. */
final class RecipeFile {

    private static final String NAME = "recipe.json";

    /** Of its own, because 1.5 steps or "10" stories must not pass for whole numbers. */
    private static final JsonMapper STRICT =
            Json.mapper()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private RecipeFile() {}

    static Recipe read(Path fileOrFolder) {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(NAME) : fileOrFolder;
        try {
            JsonNode tree = Json.read(file);
            KeyCheck.check(file, tree, Recipe.class);
            return STRICT.treeToValue(tree, Recipe.class);
        } catch (NoSuchFileException e) {
            throw new RecipeException(
                    file
                            + ": there is no such file. Name a recipe.json or a folder that has one, such as lessons/models/seedling.",
                    e);
        } catch (JsonException e) {
            throw new RecipeException(
                    e.getMessage() + ". The file is probably damaged or cut off.", e);
        } catch (JsonMappingException e) {
            throw new RecipeException(file + ": " + explain(e) + ".", e);
        } catch (JsonProcessingException e) {
            throw new RecipeException(file + ": " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new RecipeException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** The message of the record's own check, or Jackson's. */
    private static String explain(JsonMappingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return section(path(e)) + e.getCause().getMessage();
        }
        return quoted(path(e)) + ": " + e.getOriginalMessage();
    }

    private static String section(String path) {
        return path.isEmpty() ? "" : "in \"" + path + "\", ";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String path(JsonMappingException e) {
        List<JsonMappingException.Reference> path = e.getPath();
        return path.stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."));
    }
}
