package openweights.runtime.kernel.display;

/**
 * How a type of value is displayed.
 *
 * @param <T> the type of value
 */
@FunctionalInterface
interface View<T> {

    Rendition render(T value);
}
