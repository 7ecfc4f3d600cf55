/**
 * What the grader and the processes in the sandbox say to each other: frames of limited length,
 * which hold plain values and class files, never serialised objects.
 *
 * <p>Read {@link openweights.course.grade.protocol.Frame} first.
 */
package openweights.course.grade.protocol;
