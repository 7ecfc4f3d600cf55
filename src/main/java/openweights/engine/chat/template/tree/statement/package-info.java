/** What a template does: it writes, assigns, decides, and repeats. */
@NullMarked
package openweights.engine.chat.template.tree.statement;

import org.jspecify.annotations.NullMarked;
