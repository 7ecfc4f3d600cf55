package openweights.openness.folder;

import static openweights.openness.component.Component.ARCHITECTURE;
import static openweights.openness.component.Component.CHECKPOINTS;
import static openweights.openness.component.Component.CONFIGURATION;
import static openweights.openness.component.Component.DATASETS;
import static openweights.openness.component.Component.DATA_CARD;
import static openweights.openness.component.Component.EVALUATION_CODE;
import static openweights.openness.component.Component.EVALUATION_DATA;
import static openweights.openness.component.Component.EVALUATION_RESULTS;
import static openweights.openness.component.Component.INFERENCE_CODE;
import static openweights.openness.component.Component.LIBRARIES;
import static openweights.openness.component.Component.MANIFEST;
import static openweights.openness.component.Component.MODEL_CARD;
import static openweights.openness.component.Component.PARAMETERS;
import static openweights.openness.component.Component.PREPROCESSING_CODE;
import static openweights.openness.component.Component.RECIPE;
import static openweights.openness.component.Component.RESEARCH_PAPER;
import static openweights.openness.component.Component.SAMPLE_OUTPUTS;
import static openweights.openness.component.Component.TECHNICAL_REPORT;
import static openweights.openness.component.Component.TOKENIZER;
import static openweights.openness.component.Component.TRAINING_CODE;
import static openweights.openness.component.Component.TRAINING_LOG;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import openweights.openness.component.Component;

/** The usual names of the files of a release. */
final class Convention {

    private static final String CODE = "\\.(py|java|sh|rs|c|cc|cpp|cu|ipynb|scala|go)";
    private static final String TABLE = "\\.(txt|jsonl?|csv|tsv|parquet|arrow)(\\.gz|\\.zst)?";
    private static final String TEXT = "\\.(md|pdf|txt|tex|html)";
    private static final String ANY = "(.*/)?";

    private static final Map<Component, Pattern> NAMES = new LinkedHashMap<>();

    static {
        name(
                PARAMETERS,
                "[^/]*\\.(safetensors|gguf)|pytorch_model[^/]*\\.bin|consolidated[^/]*\\.pth");
        name(CONFIGURATION, "config\\.json|params\\.json");
        name(TOKENIZER, "tokenizer\\.(json|model)|vocab\\.(json|bpe)");
        name(MODEL_CARD, "readme\\.md|model[_-]?card\\.md");
        name(DATA_CARD, "(data[_-]?(card|sheet|statement)|datasheet)[^/]*" + TEXT);
        name(TECHNICAL_REPORT, "([^/]*[_-])?report" + TEXT);
        name(RESEARCH_PAPER, "([^/]*[_-])?paper" + TEXT);
        name(EVALUATION_RESULTS, "eval(uation)?[^/]*\\.(json|csv|md)");
        name(SAMPLE_OUTPUTS, "samples?[^/]*\\.(md|txt|jsonl?)");
        name(ARCHITECTURE, ANY + "(modeling_|model)[^/]*" + CODE);
        name(TRAINING_CODE, ANY + "(pre)?train[^/]*" + CODE);
        name(INFERENCE_CODE, ANY + "(inference|generate|run)[^/]*" + CODE);
        name(EVALUATION_CODE, ANY + "eval[^/]*" + CODE);
        name(PREPROCESSING_CODE, ANY + "(preprocess|prepare|data_?prep)[^/]*" + CODE);
        name(EVALUATION_DATA, ANY + "(validation|valid|test|eval)[^/]*" + TABLE);
        name(DATASETS, "(data|datasets?|corpus)/(.*/)?train[^/]*" + TABLE);
        name(LIBRARIES, "requirements[^/]*\\.txt|pyproject\\.toml|pom\\.xml|environment\\.ya?ml");
        name(
                CHECKPOINTS,
                "(checkpoints?|.*/?step[_-]?\\d+)[^/]*/(.*/)?[^/]*\\.(safetensors|bin|pth)");
        name(RECIPE, "recipe[^/]*\\.(json|ya?ml)|training_args[^/]*|hyperparam[^/]*");
        name(TRAINING_LOG, "(training[_-]?)?log[^/]*\\.(jsonl?|csv|txt)|trainer_state\\.json");
        name(MANIFEST, "manifest\\.json|sha256sums(\\.txt)?");
    }

    private Convention() {}

    /** The files that contain a component, judging by their names. */
    static List<String> files(Component component, List<String> all) {
        Pattern name = NAMES.get(component);
        return name == null
                ? List.of()
                : all.stream().filter(file -> name.matcher(file).matches()).toList();
    }

    private static void name(Component component, String pattern) {
        NAMES.put(component, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
}
