/**
 * Simulation of a policy over scenarios.
 */
package io.cobre.solver.simulate;
