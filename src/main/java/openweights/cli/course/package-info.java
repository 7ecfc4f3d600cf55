/** Commands for the course: open it, build its lessons and exercises, test it. */
package openweights.cli.course;
