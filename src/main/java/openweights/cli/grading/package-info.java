/** Commands for instructors: collect, grade, review, export. They parse, call and print. */
package openweights.cli.grading;
