package openweights.openness.component;

import static openweights.openness.license.Content.CODE;
import static openweights.openness.license.Content.DATA;
import static openweights.openness.license.Content.DOCUMENT;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.openness.license.Content;

/**
 * What a release of a model may contain. The first seventeen are the components of the Model
 * Openness Framework 1.0 under its own names; the others are what the other frameworks and readers
 * ask about.
 */
public enum Component {
    ARCHITECTURE("Model architecture", CODE),
    PARAMETERS("Model parameters (Final)", DATA),
    EVALUATION_RESULTS("Evaluation results", DOCUMENT),
    MODEL_CARD("Model card", DOCUMENT),
    DATA_CARD("Data card", DOCUMENT),
    TECHNICAL_REPORT("Technical report", DOCUMENT),
    SAMPLE_OUTPUTS("Sample model outputs", DOCUMENT),
    TRAINING_CODE("Training code", CODE),
    INFERENCE_CODE("Inference code", CODE),
    EVALUATION_CODE("Evaluation code", CODE),
    EVALUATION_DATA("Evaluation data", DATA),
    LIBRARIES("Supporting libraries and tools", CODE),
    DATASETS("Datasets", DATA),
    PREPROCESSING_CODE("Data preprocessing code", CODE),
    CHECKPOINTS("Model parameters (Intermediate)", DATA),
    RESEARCH_PAPER("Research paper", DOCUMENT),
    METADATA("Model metadata", DATA),
    CONFIGURATION("Configuration", DATA),
    TOKENIZER("Tokenizer", DATA),
    RECIPE("Training settings", CODE),
    TRAINING_LOG("Training log", DATA),
    MANIFEST("Manifest with hashes", DATA);

    private final String title;
    private final Content content;

    Component(String title, Content content) {
        this.title = title;
        this.content = content;
    }

    public String title() {
        return title;
    }

    public Content content() {
        return content;
    }

    /** The component of a title; case does not matter. */
    public static Optional<Component> titled(String title) {
        return Stream.of(values()).filter(c -> c.title.equalsIgnoreCase(title.strip())).findFirst();
    }

    @JsonCreator
    static Component read(String title) {
        return titled(title)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"" + title + "\" is not a component of a release."));
    }

    @Override
    public String toString() {
        return title;
    }
}
