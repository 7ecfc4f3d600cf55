/**
 * What Jinja and Python bring along: functions, filters, tests, and the methods of strings, lists,
 * and dicts. Each is a line in a table: {@link openweights.engine.chat.template.builtin.Globals},
 * {@link openweights.engine.chat.template.builtin.Filters}, {@link
 * openweights.engine.chat.template.builtin.Tests}, {@link
 * openweights.engine.chat.template.builtin.Methods}.
 */
@NullMarked
package openweights.engine.chat.template.builtin;

import org.jspecify.annotations.NullMarked;
