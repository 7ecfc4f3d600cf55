/**
 * A Llama network forward and backward on the tokens of many texts laid end to end. Read {@link
 * openweights.engine.train.network.Network}, then the parts from {@code Embedding} to {@code Loss}.
 *
 * <p>Shapes: activations are strips, {@code [strips][features][32 tokens]}; V vocabulary, d width,
 * H heads, K key/value heads, hd head size, f inner size.
 */
@NullMarked
package openweights.engine.train.network;

import org.jspecify.annotations.NullMarked;
