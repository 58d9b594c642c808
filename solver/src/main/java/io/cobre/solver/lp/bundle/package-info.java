/**
 * LPs that were not solved, as folders that people and other programs can read and that can be solved again.
 */
package io.cobre.solver.lp.bundle;
