/** What has a value in a template: operators, calls, filters, and literals. */
@NullMarked
package openweights.engine.chat.template.tree.expression;

import org.jspecify.annotations.NullMarked;
