/**
 * Sessions with the course's real kernel: the kernelspec that starts it, the cells sent to it, and
 * their outcomes. Read {@link openweights.runtime.session.KernelSession} first.
 */
package openweights.runtime.session;
