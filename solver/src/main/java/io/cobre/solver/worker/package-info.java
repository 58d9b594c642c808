/**
 * Entry of a spawned rank and the orchestration of ranks by the parent.
 */
package io.cobre.solver.worker;
