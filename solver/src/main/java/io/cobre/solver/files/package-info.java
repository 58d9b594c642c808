/**
 * Files and folders that appear complete or not at all.
 */
package io.cobre.solver.files;
