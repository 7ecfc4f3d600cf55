/**
 * The forward and backward pass of a Llama network on many texts laid end to end. Read {@link
 * openweights.engine.train.network.Network}, then the layers from {@code Embedding} to {@code
 * Loss}.
 *
 * <p>Shapes: activations are stored in strips, {@code [strips][features][32 tokens]}. V is the
 * vocabulary size, d the hidden size, H the number of heads, K the number of key/value heads, hd
 * the head size, f the intermediate size.
 */
@NullMarked
package openweights.engine.train.network;

import org.jspecify.annotations.NullMarked;
