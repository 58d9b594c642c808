/**
 * HiGHS behind {@link io.cobre.solver.lp.LpSolver}: raw calls, safe wrapper, interface.
 */
package io.cobre.solver.lp.highs;
