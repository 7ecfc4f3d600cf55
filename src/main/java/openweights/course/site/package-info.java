/**
 * The course as web pages that need neither scripts nor the network.
 *
 * <p>Reading order: {@link openweights.course.site.Site}, then {@code Chapter} (a notebook,
 * parsed), {@code ChapterPage} (its cells as HTML), {@code Prose} and {@code Outputs}, {@code
 * Destinations} (link targets), {@code PageFrame} (what surrounds each page), {@code GlossaryPage}
 * (all terms; a {@code TermNode} leads there), {@code OutputFolder}.
 */
@NullMarked
package openweights.course.site;

import org.jspecify.annotations.NullMarked;
