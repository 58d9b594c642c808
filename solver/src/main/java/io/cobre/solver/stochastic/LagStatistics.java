package io.cobre.solver.stochastic;

import java.util.List;

import io.cobre.solver.study.Stage;

/**
 * Mean and deviation of the inflow some stages earlier: from the model with that stage id, else of that season.
 */
final class LagStatistics
{
    private static final ParRow UNKNOWN = ParRow.whiteNoise(0.0, 0.0);

    private final ParTable table;
    private final List<Stage> stages;
    private final int seasons;
    private final int offset;

    LagStatistics(final ParTable table, final List<Stage> stages)
    {
        this.table = table;
        this.stages = stages;
        seasons = (int) stages.stream().mapToInt(Stage::seasonId).filter(id -> id >= 0).distinct().count();
        offset = stages.stream().mapToInt(Stage::seasonId).filter(id -> id >= 0).findFirst().orElse(0);
    }

    ParRow at(final int hydro, final int stageId)
    {
        final ParRow row = table.get(hydro, stageId);
        if (row != null)
        {
            return row;
        }
        return seasons == 0 ? UNKNOWN : ofSeason(hydro, Math.floorMod(stageId + offset, seasons));
    }

    private ParRow ofSeason(final int hydro, final int season)
    {
        for (final Stage stage : stages)
        {
            if (stage.seasonId() == season)
            {
                final ParRow row = table.get(hydro, stage.id());
                if (row != null)
                {
                    return row;
                }
            }
        }
        return UNKNOWN;
    }
}
