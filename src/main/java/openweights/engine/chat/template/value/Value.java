package openweights.engine.chat.template.value;

/**
 * What a template computes with. This list is all there is: no value leads to an object of Java, so
 * a template can reach nothing but what it was given.
 */
public sealed interface Value
        permits None, Undefined, Bool, Int, Real, Text, Seq, Dict, Namespace, Fields, Callable {

    /** What Python calls the type. */
    String type();

    /** Whether Python takes it as true. */
    boolean truth();
}
