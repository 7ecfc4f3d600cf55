package openweights.engine.chat.template.value;

/** Why a chat template is refused, or cannot be rendered. */
public enum Fault {
    /** The text is not a template. */
    SYNTAX,
    /** Jinja has it, and it is not available to chat templates here. */
    UNSUPPORTED,
    /** Something without a value was used as if it had one. */
    UNDEFINED,
    /** An operation does not exist for values of these types. */
    TYPE,
    /** A value is outside of what an operation accepts. */
    VALUE,
    /** The template takes more steps, memory, or depth than any chat template needs. */
    LIMIT,
    /** The template called raise_exception. */
    RAISED
}
