/** Commands for instructors: collect, grade, review, export. */
package openweights.cli.grading;
