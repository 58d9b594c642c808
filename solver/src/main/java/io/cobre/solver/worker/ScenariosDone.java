package io.cobre.solver.worker;

/**
 * Progress of a rank in a simulation.
 *
 * @param done scenarios that this rank has finished.
 */
record ScenariosDone(int done)
{
}
