/**
 * The command line; imported by nobody.
 */
package io.cobre.solver.cli;
