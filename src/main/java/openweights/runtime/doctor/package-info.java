/**
 * Checks a machine and what set-up created on it, and says what is wrong and how to fix it. Read
 * {@link openweights.runtime.doctor.Doctor} first.
 */
@NullMarked
package openweights.runtime.doctor;

import org.jspecify.annotations.NullMarked;
