/**
 * Known models as tables: what they are, what they take to run, what their licenses allow. Every
 * fact names its source.
 *
 * <p>Read {@link openweights.openness.catalogue.Catalogue}, {@link
 * openweights.openness.catalogue.Entry} and {@link openweights.openness.catalogue.Cost}. The facts
 * are in {@code catalogue.yaml} among the resources.
 */
@NullMarked
package openweights.openness.catalogue;

import org.jspecify.annotations.NullMarked;
