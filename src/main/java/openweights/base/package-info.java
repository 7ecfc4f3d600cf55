/**
 * The ground floor: what every wing needs and what therefore exists once. Files replaced
 * atomically, hashes, JSON, CSV, HTML, text for a terminal, and where the course and its models
 * lie.
 */
package openweights.base;
