package openweights.openness.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import openweights.openness.component.Component;

/** {@code mof.yml}: the path and license of each component. */
final class MofRecord {

    private static final String APACHE = "Apache-2.0, path: LICENSE";
    private static final String CC_BY = "CC-BY-4.0, path: LICENSE-TEXTS";

    /** The license of the stories; all other data, including the weights, have that of the code. */
    private static final String STORIES = ", license: CC-BY-4.0, license_path: LICENSE-TEXTS";

    private MofRecord() {}

    /**
     * The text of mof.yml.
     *
     * @param sources the path from the release to the sources' root package
     */
    static String of(String name, String sources) {
        Map<Component, String> places = new LinkedHashMap<>();
        places.put(Component.ARCHITECTURE, sources + "/engine/model");
        places.put(Component.PARAMETERS, "model.safetensors");
        places.put(Component.EVALUATION_RESULTS, "evaluation.json");
        places.put(Component.MODEL_CARD, "README.md");
        places.put(Component.DATA_CARD, "DATA_CARD.md");
        places.put(Component.TECHNICAL_REPORT, "REPORT.md");
        places.put(Component.SAMPLE_OUTPUTS, "samples.md");
        places.put(Component.TRAINING_CODE, sources + "/engine/train");
        places.put(Component.INFERENCE_CODE, sources + "/engine/generate");
        places.put(Component.EVALUATION_CODE, sources + "/stories/evaluate");
        places.put(Component.EVALUATION_DATA, "data/validation.txt");
        places.put(Component.LIBRARIES, sources + "/engine/math");
        places.put(Component.DATASETS, "data");
        places.put(Component.PREPROCESSING_CODE, sources + "/stories/corpus");
        places.put(Component.CHECKPOINTS, "checkpoints");
        places.put(Component.RESEARCH_PAPER, "PAPER.md");
        places.put(Component.METADATA, "config.json");
        StringBuilder text = new StringBuilder(head(name));
        places.forEach((component, path) -> text.append(line(component, path)));
        return text.toString();
    }

    private static String head(String name) {
        return """
               # What this release contains, in the format of the Model Openness Framework.
               framework: {name: Model Openness Framework, version: "1.0", date: 2024-12-15}
               release:
                 name: %s
                 version: "1.0"
                 type: language
                 architecture: transformer
                 treatment: pre-trained
                 producer: Open weights
                 license:
                   code: {name: %s}
                   data: {name: %s}
                   document: {name: %s}
                 components:
               """
                .formatted(name, APACHE, APACHE, CC_BY);
    }

    private static String line(Component component, String path) {
        boolean stories = component == Component.DATASETS || component == Component.EVALUATION_DATA;
        return "    - {name: \"%s\", component_path: \"%s\"%s}\n"
                .formatted(component.title(), path, stories ? STORIES : "");
    }
}
