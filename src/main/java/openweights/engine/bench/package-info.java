/**
 * Measures the engine on this machine: decoding, prompts and training, each beside what the machine
 * could do.
 */
package openweights.engine.bench;
