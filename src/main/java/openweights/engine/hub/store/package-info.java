/**
 * What other programs have put on this machine's disk: models in the caches of Hugging Face's
 * libraries, Ollama, and LM Studio. They are found and named; nothing is copied or changed.
 */
@NullMarked
package openweights.engine.hub.store;

import org.jspecify.annotations.NullMarked;
