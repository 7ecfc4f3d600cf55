/**
 * Fine-tuning of a released model, without the recipe that it was trained from. Read {@link
 * openweights.engine.train.tune.Base}, then {@link openweights.engine.train.tune.Tuning}.
 */
@NullMarked
package openweights.engine.train.tune;

import org.jspecify.annotations.NullMarked;
