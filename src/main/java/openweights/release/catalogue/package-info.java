/**
 * Known models as tables: what they are, what they cost to run, what may be done with them. Every
 * fact names its source.
 *
 * <p>Read {@link openweights.release.catalogue.Catalogue}, {@link
 * openweights.release.catalogue.Entry} and {@link openweights.release.catalogue.Cost}. The facts
 * lie in {@code catalogue.yaml} among the resources.
 */
package openweights.release.catalogue;
