/**
 * Errors of the solver and their kinds; every layer of the solver may use them.
 */
package io.cobre.solver.error;
