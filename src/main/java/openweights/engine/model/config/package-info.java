/**
 * What config.json says, key by key: {@link openweights.engine.model.config.Keys} reads and
 * refuses, {@link openweights.engine.model.config.Dimensions} holds a network's sizes.
 */
package openweights.engine.model.config;
