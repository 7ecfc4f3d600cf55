package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlResourceTest {

    /** It does not after a change of the YAML file that the build has not seen. */
    @ParameterizedTest
    @ValueSource(strings = {"catalogue.yaml", "licenses.yaml"})
    void readsWhatTheYamlFileSays(String name) throws Exception {
        String path = "/openweights/openness/" + name;
        try (InputStream in = YamlResource.class.getResourceAsStream(path)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode said = Json.readYaml(name, yaml, JsonNode.class);
            assertEquals(said, YamlResource.read(path, JsonNode.class));
        }
    }
}
