/** What students answer: the checks that they call in their notebooks. */
package openweights.course.exercise;
