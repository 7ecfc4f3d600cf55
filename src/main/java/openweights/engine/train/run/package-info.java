/**
 * Runs: a folder in which a recipe becomes a model. Read {@link openweights.engine.train.run.Run}
 * (resumable training), {@link openweights.engine.train.run.InMemoryRun} (the same without a
 * folder) and {@link openweights.engine.train.run.Reproduction} (train again and compare).
 */
@NullMarked
package openweights.engine.train.run;

import org.jspecify.annotations.NullMarked;
