/**
 * Fine-tuning: a released model goes on learning, without the recipe that made it. Read {@link
 * openweights.engine.train.tune.Base}, then {@link openweights.engine.train.tune.Tuning}.
 */
@NullMarked
package openweights.engine.train.tune;

import org.jspecify.annotations.NullMarked;
