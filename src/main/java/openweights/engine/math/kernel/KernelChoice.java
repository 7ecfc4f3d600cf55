package openweights.engine.math.kernel;

/**
 * Which kernel computes.
 *
 * @param why the reason if it is not the one that was expected to be fastest; otherwise empty
 * @param certain whether a measurement said so; a kernel that was not compiled in time gets the
 *     benefit of the doubt, and the next start measures again
 */
public record KernelChoice(Kernel kernel, String why, boolean certain) {}
