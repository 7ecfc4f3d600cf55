/**
 * What runs outside the kernel: the project's folder, the Python environment, the kernelspec,
 * sessions with a real kernel, JupyterLab, the doctor.
 */
package openweights.course.jupyter;
