/**
 * What runs inside the kernel's JVM: JJava's kernel, with the course's changes around it. Read
 * {@code KernelStart}, {@code CourseConnection} and {@code CellReply} first; the packages {@code
 * cell}, {@code error} and {@code display} hold what they use.
 */
@NullMarked
package openweights.runtime.kernel;

import org.jspecify.annotations.NullMarked;
