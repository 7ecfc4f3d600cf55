/** JupyterLab with the course in it. */
package openweights.runtime;
