package openweights.runtime.kernel.display;

import java.util.Optional;

/**
 * The representations of a value in a notebook.
 *
 * @param html empty if plain text is enough
 * @param text for terminals, diffs and readers of plain text
 */
record Rendition(String html, Optional<Image> image, String text) {

    /**
     * An image for front ends that do not show HTML.
     *
     * @param width in CSS pixels; the image may have more
     */
    record Image(byte[] png, int width, int height, String alt) {}

    static Rendition of(String html, String text) {
        return new Rendition(html, Optional.empty(), text);
    }

    static Rendition plain(String text) {
        return of("", text);
    }
}
