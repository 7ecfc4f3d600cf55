/**
 * From tokens back to text, in a chain of sinks: each decoder takes tokens one at a time and passes
 * on what is final, so that the same code decodes streams and whole texts.
 */
@NullMarked
package openweights.engine.token.decoder;

import org.jspecify.annotations.NullMarked;
