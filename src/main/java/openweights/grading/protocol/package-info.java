/**
 * How the grader and the processes in the sandbox talk: frames of limited length that hold plain
 * values and class files, never serialized objects.
 *
 * <p>Reading order: {@link openweights.grading.protocol.Frame}, {@link
 * openweights.grading.protocol.Message}, {@link openweights.grading.protocol.Values}.
 */
@NullMarked
package openweights.grading.protocol;

import org.jspecify.annotations.NullMarked;
