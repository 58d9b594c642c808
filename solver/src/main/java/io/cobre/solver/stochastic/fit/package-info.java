/**
 * Inflow models from history: seasonal statistics, order selection, periodic Yule-Walker, correlation of residuals.
 */
package io.cobre.solver.stochastic.fit;
