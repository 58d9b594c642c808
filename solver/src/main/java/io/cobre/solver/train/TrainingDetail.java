package io.cobre.solver.train;

import java.util.List;

/**
 * How a training went, in detail.
 *
 * @param times    by iteration, then rank.
 * @param work     LP work by iteration, then phase.
 * @param removals of cuts, by iteration, then stage.
 */
public record TrainingDetail(List<RankIteration> times, List<PhaseWork> work, List<CutRemoval> removals)
{
}
