/**
 * What native solvers share: finding and unpacking their libraries, off-heap arrays.
 */
package io.cobre.solver.lp.natives;
