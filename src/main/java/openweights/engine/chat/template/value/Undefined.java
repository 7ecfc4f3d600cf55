package openweights.engine.chat.template.value;

/**
 * What a name without a value stands for. It prints as nothing and counts as false; whatever else
 * is done with it is an error.
 *
 * @param why which name has no value, a clause for messages
 */
public record Undefined(String why) implements Value {

    @Override
    public String type() {
        return "Undefined";
    }

    @Override
    public boolean truth() {
        return false;
    }

    /** What to throw if something is done with it that needs a value. */
    public TemplateException misused() {
        return new TemplateException(Fault.UNDEFINED, why + ".");
    }
}
