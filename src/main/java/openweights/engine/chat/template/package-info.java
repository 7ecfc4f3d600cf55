/**
 * An interpreter for the part of Jinja in which chat templates are written. A template is text from
 * somebody else: it reaches nothing but the values that it is given, and it cannot run for long.
 * Reading order: {@link openweights.engine.chat.template.Template}, then the way of a text through
 * {@code Lexer}, {@code StatementParser}, {@code ExpressionParser}, to the records of {@code tree}.
 */
@NullMarked
package openweights.engine.chat.template;

import org.jspecify.annotations.NullMarked;
