/**
 * Open weights to logits: config.json, the family it names, the network that the family builds from
 * tensors, and its forward pass.
 *
 * <p>Read {@link openweights.model.Config}, a {@link openweights.model.Family} such as {@link
 * openweights.model.Llama}, {@link openweights.model.Network} (the weights), {@link
 * openweights.model.State} (what one text needs) and {@link openweights.model.Model} (the forward
 * pass), in this order. A new family is one file, and one line in {@link
 * openweights.model.Family#KNOWN}.
 *
 * <p>Shapes stand in trailing comments, rows first: T tokens of this call, d hidden, L layers, H
 * heads, K key/value heads, hd head size, f inner, V vocabulary, P context, W window, E experts.
 */
package openweights.model;
