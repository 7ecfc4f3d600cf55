/**
 * The reader's edition: the course as pages that need no scripts and nothing from the network.
 *
 * <p>Reading order: {@link openweights.course.site.Site}, then {@code Chapter} (a notebook,
 * parsed), {@code ChapterPage} (its cells as HTML), {@code Prose} and {@code Outputs}, {@code
 * Destinations} (where links lead), {@code Frame} (what stands around each page), {@code
 * OutputFolder}.
 */
@NullMarked
package openweights.course.site;

import org.jspecify.annotations.NullMarked;
