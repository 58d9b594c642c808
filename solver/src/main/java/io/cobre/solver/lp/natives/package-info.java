/**
 * What native solvers share: finding and unpacking their libraries, off-heap arrays, the checks of the LP contract.
 */
package io.cobre.solver.lp.natives;
