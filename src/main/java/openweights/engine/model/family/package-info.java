/**
 * One file per model family: its keys in config.json, the names of its tensors, and the network
 * that they make up. Most have Llama's keys and override a part of {@code LlamaNetwork}. A new
 * family is a new file and a line in {@link openweights.engine.model.Families#KNOWN}.
 */
@NullMarked
package openweights.engine.model.family;

import org.jspecify.annotations.NullMarked;
