/** What somebody at a terminal sees of a model: one text, or a chat. */
@NullMarked
package openweights.engine.session;

import org.jspecify.annotations.NullMarked;
