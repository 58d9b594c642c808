/**
 * The stage LP: model, solver interface, units of work under the warm-start rule.
 */
package io.cobre.solver.lp;
