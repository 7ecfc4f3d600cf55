/**
 * What runs inside the kernel's JVM: JJava's kernel, mended from outside. Read KernelMain,
 * CourseConnection, CellReply; the packages cell and error hold what they use.
 */
@NullMarked
package openweights.runtime.kernel;

import org.jspecify.annotations.NullMarked;
