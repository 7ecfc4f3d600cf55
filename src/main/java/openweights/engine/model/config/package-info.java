/**
 * What config.json says, key by key: {@link openweights.engine.model.config.Keys} reads and
 * refuses, {@link openweights.engine.model.config.Dimensions} holds a network's sizes.
 */
@NullMarked
package openweights.engine.model.config;

import org.jspecify.annotations.NullMarked;
