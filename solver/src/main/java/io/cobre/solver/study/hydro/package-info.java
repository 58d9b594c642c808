/**
 * Physics of one hydro: geometry of its reservoir, evaporation, head and production, and hyperplanes fitted to them.
 */
package io.cobre.solver.study.hydro;
