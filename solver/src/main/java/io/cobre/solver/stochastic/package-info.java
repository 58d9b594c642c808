/**
 * Inflow models, random numbers, openings and samplers.
 */
package io.cobre.solver.stochastic;
