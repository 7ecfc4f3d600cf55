package openweights.runtime.kernel.display;

/**
 * How one kind of value looks.
 *
 * @param <T> the kind of value
 */
@FunctionalInterface
interface View<T> {

    Rendition render(T value);
}
