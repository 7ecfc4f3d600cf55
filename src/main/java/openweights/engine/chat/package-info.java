/**
 * Chats with instruction-tuned models: the model's own template turns messages into one text, the
 * model continues it, and its end-of-turn token ends the answer. Read {@link
 * openweights.engine.chat.ChatTemplate}, then {@link openweights.engine.chat.Chat}.
 */
@NullMarked
package openweights.engine.chat;

import org.jspecify.annotations.NullMarked;
