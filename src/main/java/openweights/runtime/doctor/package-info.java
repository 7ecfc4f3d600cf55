/** Looks at a machine and at what set-up made on it, and says what is wrong and how to mend it. */
@NullMarked
package openweights.runtime.doctor;

import org.jspecify.annotations.NullMarked;
