/**
 * The values that a chat template computes with, and what Python's operators do with them. Read
 * {@link openweights.engine.chat.template.value.Value} first, then {@link
 * openweights.engine.chat.template.value.Budget}, which bounds all of it.
 */
@NullMarked
package openweights.engine.chat.template.value;

import org.jspecify.annotations.NullMarked;
