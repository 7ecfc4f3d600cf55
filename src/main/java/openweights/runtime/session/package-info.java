/**
 * Sessions with the course's real kernel: the kernelspec that starts it, the cells sent to it, and
 * their outcomes. Read {@link openweights.runtime.session.KernelSession} first.
 */
@NullMarked
package openweights.runtime.session;

import org.jspecify.annotations.NullMarked;
