package openweights.openness.framework;

/**
 * The labels of the G7's "Vision on AI Openness Opportunities and Shared Language" (Paris, May 29,
 * 2026), from the least open to the most open. Source: g7.utoronto.ca/ict/260529-vision.html, read
 * 2026-11-29.
 */
public enum G7Label {
    NONE("none of the G7's labels", ""),
    WEIGHTS_AVAILABLE(
            "Weights Available AI",
            "free of charge; weights and deployment code; a license with restrictions on use, such as commercial, geographical, or by use case"),
    OPEN_WEIGHTS(
            "Open Weights AI",
            "free of charge; weights and deployment code; an open source license"),
    OPEN_SOURCE(
            "Open Source AI",
            "free of charge; weights, deployment code, and training code; an open source license; all training data, or information about those that cannot be shared for legal or technical reasons"),
    OPEN_SOURCE_OPEN_DATA(
            "Open Source AI with Open Data",
            "free of charge; weights, deployment code, training code, and all training data; an open source license");

    private final String title;
    private final String conditions;

    G7Label(String title, String conditions) {
        this.title = title;
        this.conditions = conditions;
    }

    /** What the label asks for, in short. */
    public String conditions() {
        return conditions;
    }

    @Override
    public String toString() {
        return title;
    }
}
