package openweights.openness.framework;

/** The classes of the Model Openness Framework. */
public enum MofClass {
    NONE("unclassified"),
    III("class III, Open Model"),
    II("class II, Open Tooling"),
    I("class I, Open Science");

    private final String title;

    MofClass(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
