/**
 * Measures the engine on this machine: decoding, prompts and training, each beside what the machine
 * could do.
 */
@NullMarked
package openweights.engine.bench;

import org.jspecify.annotations.NullMarked;
