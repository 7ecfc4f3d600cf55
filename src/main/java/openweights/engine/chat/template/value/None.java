package openweights.engine.chat.template.value;

/** Python's None. */
public enum None implements Value {
    NONE;

    @Override
    public String type() {
        return "NoneType";
    }

    @Override
    public boolean truth() {
        return false;
    }
}
