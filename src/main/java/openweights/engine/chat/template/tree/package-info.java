/**
 * A parsed template: each part is an {@link openweights.engine.chat.template.tree.Expression},
 * which has a value, or a {@link openweights.engine.chat.template.tree.Statement}, which writes
 * something. Each is rendered in a {@link openweights.engine.chat.template.tree.Scope}.
 */
@NullMarked
package openweights.engine.chat.template.tree;

import org.jspecify.annotations.NullMarked;
