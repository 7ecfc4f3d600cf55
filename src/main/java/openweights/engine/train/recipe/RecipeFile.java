package openweights.engine.train.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
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

/** Reads recipe.json strictly: a key that is missing, unknown or of another kind is refused. */
final class RecipeFile {

    private static final String NAME = "recipe.json";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private RecipeFile() {}

    static Recipe read(Path fileOrFolder) {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(NAME) : fileOrFolder;
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            KeyCheck.check(file, tree, Recipe.class);
            return JSON.treeToValue(tree, Recipe.class);
        } catch (NoSuchFileException e) {
            throw new RecipeException(
                    file
                            + ": there is no such file. Name a recipe.json or a folder that holds one, such as lessons/models/seedling.",
                    e);
        } catch (JsonMappingException e) {
            throw new RecipeException(file + ": " + explain(e) + ".", e);
        } catch (JsonProcessingException e) {
            throw new RecipeException(
                    file
                            + ": is not JSON at line "
                            + e.getLocation().getLineNr()
                            + ": "
                            + e.getOriginalMessage()
                            + ". The file is probably damaged or cut off.",
                    e);
        } catch (IOException e) {
            throw new RecipeException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

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
