/**
 * What people decide about submissions: points, comments, rubric items, and comments at lines, in a
 * journal that is only ever appended to, and what follows from it.
 */
@NullMarked
package openweights.grading.decision;

import org.jspecify.annotations.NullMarked;
