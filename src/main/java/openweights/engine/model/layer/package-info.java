/**
 * The parts that a {@link openweights.engine.model.layer.Network} is composed of (linear layers,
 * norms, feed-forward parts, experts, positions) and the {@link
 * openweights.engine.model.layer.Tensors} that fill them.
 */
@NullMarked
package openweights.engine.model.layer;

import org.jspecify.annotations.NullMarked;
