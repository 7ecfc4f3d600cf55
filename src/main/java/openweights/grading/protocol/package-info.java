/**
 * What the grader and the processes in the sandbox say to each other: frames of limited length,
 * which hold plain values and class files, never serialized objects.
 *
 * <p>Read {@link openweights.grading.protocol.Frame} first.
 */
@NullMarked
package openweights.grading.protocol;

import org.jspecify.annotations.NullMarked;
