/**
 * What a release of a model contains, what its licenses allow, and how four frameworks rate it.
 *
 * <p>Read {@link openweights.openness.Audit} first. Its packages: {@code license} (licenses and how
 * they are recognized), {@code component} (the parts of a release), {@code framework} (the rules),
 * {@code folder} (a release read from its files), {@code catalogue} (known models, as tables),
 * {@code publish} (a training run turned into releases).
 */
@NullMarked
package openweights.openness;

import org.jspecify.annotations.NullMarked;
