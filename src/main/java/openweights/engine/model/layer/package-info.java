/**
 * The parts of a {@link openweights.engine.model.layer.Network} (linear layers, norms, feed-forward
 * blocks, experts, positions) and the {@link openweights.engine.model.layer.Tensors} they are built
 * from.
 */
@NullMarked
package openweights.engine.model.layer;

import org.jspecify.annotations.NullMarked;
