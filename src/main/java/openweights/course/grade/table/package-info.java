/** Tables as text, for spreadsheets and learning platforms. */
package openweights.course.grade.table;
