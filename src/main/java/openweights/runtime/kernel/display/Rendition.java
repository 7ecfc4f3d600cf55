package openweights.runtime.kernel.display;

import java.util.Optional;

/**
 * A value as a notebook shows it.
 *
 * @param html for a page; empty if plain text says it all
 * @param text for a terminal, a diff, or a reader of plain text
 */
record Rendition(String html, Optional<Image> image, String text) {

    /**
     * A picture for places that show no HTML.
     *
     * @param width in pixels of the page, which may be fewer than those of the picture
     */
    record Image(byte[] png, int width, int height, String alt) {}

    static Rendition of(String html, String text) {
        return new Rendition(html, Optional.empty(), text);
    }

    static Rendition plain(String text) {
        return of("", text);
    }
}
