/**
 * From open weights to logits: config.json, the model family it names, the network that the family
 * builds from tensors, and its forward pass.
 *
 * <p>Read {@link openweights.engine.model.Config}, a {@link openweights.engine.model.family.Family}
 * such as {@link openweights.engine.model.family.Llama}, {@link
 * openweights.engine.model.layer.Network} (the weights), {@link openweights.engine.model.State}
 * (what one text needs) and {@link openweights.engine.model.Model} (the forward pass), in this
 * order. A new family is one file, and one line in {@link openweights.engine.model.Families#KNOWN}.
 *
 * <p>Shapes stand in trailing comments, rows first: T tokens of this call, d hidden, L layers, H
 * heads, K key/value heads, hd head size, f inner, V vocabulary, P context, W window, E experts.
 */
@NullMarked
package openweights.engine.model;

import org.jspecify.annotations.NullMarked;
