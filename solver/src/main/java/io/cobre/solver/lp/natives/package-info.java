/**
 * What native solvers share: finding their libraries, off-heap arrays.
 */
package io.cobre.solver.lp.natives;
