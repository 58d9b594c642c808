package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * References and coverage of the statistics and factors by entity and stage.
 */
final class ScenarioChecks extends Checker
{
    ScenarioChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        checkStatistics(files.scenarios().inflow(), index.hydros(), true);
        checkStatistics(files.scenarios().load(), index.buses(), false);
        checkStatistics(files.scenarios().sources(), index.sources(), false);
        checkFactors(files.scenarios().loadFactors(), BlockFactorsFile.LOAD, "bus", index.buses());
        checkFactors(files.scenarios().sourceFactors(), BlockFactorsFile.SOURCE, "ncs", index.sources());
        checkFactors(files.constraints().exchangeFactors(), BlockFactorsFile.EXCHANGE, "line", index.lines());
    }

    private void checkStatistics(final StageStatistics table, final Ids<?> entities, final boolean inflow)
    {
        final Set<List<Integer>> seen = new HashSet<>();
        for (int row = 0; row < table.rows(); row++)
        {
            final Place place = table.place().entity("row " + row);
            final int entity = table.entityId()[row];
            final int stage = table.stageId()[row];
            entities.resolve(entity, place.field(table.idColumn()), problems);
            if (stage >= 0 || !inflow)
            {
                checkStage(place, stage);
            }
            checkOnce(seen, place, table.idColumn(), entity, stage);
        }
        if (table.rows() > 0)
        {
            checkCoverage(table, entities, seen);
        }
    }

    /**
     * Loads and inflows must be given for all entities once there is any; sources without statistics are certain.
     */
    private void checkCoverage(final StageStatistics table, final Ids<?> entities, final Set<List<Integer>> seen)
    {
        final boolean all = !table.place().file().equals(StageStatistics.SOURCE);
        for (final Identified entity : entities.sorted())
        {
            if (!all && seen.stream().noneMatch((key) -> key.get(0) == entity.id()))
            {
                continue;
            }
            for (final StagesFile.Entry stage : index.stages().sorted())
            {
                if (!seen.contains(List.of(entity.id(), stage.id())))
                {
                    problems.error(
                        SolverErrorKind.COVERAGE_MISMATCH,
                        table.place().field(table.idColumn()),
                        entity.id(),
                        "has no row for " + table.idColumn() + " " + entity.id() + ", stage_id " + stage.id(),
                        "add the row; a table with any row needs all");
                }
            }
        }
    }

    private void checkFactors(
        final BlockFactorsFile file, final String name, final String kind, final Ids<?> entities)
    {
        final Set<List<Integer>> seen = new HashSet<>();
        for (final BlockFactorsFile.Entry entry : file.entries())
        {
            final Place place = Place.file(name).entity(kind + " " + entry.entityId() + ", stage " + entry.stageId());
            entities.resolve(entry.entityId(), place.field(kind + "_id"), problems);
            checkOnce(seen, place, kind + "_id", entry.entityId(), entry.stageId());
            if (checkStage(place, entry.stageId()))
            {
                checkBlocks(place, entry, stage(entry.stageId()));
            }
        }
    }

    private void checkBlocks(final Place place, final BlockFactorsFile.Entry entry, final StagesFile.Entry stage)
    {
        final Set<List<Integer>> seen = new HashSet<>();
        for (final BlockFactorsFile.Factor factor : entry.factors())
        {
            final int block = factor.blockId();
            if (block < 0 || block >= stage.blocks().size())
            {
                problems.error(
                    SolverErrorKind.MISSING_REFERENCE,
                    place.field("block_factors.block_id"),
                    block,
                    "= " + block + " is no block of the stage",
                    "it has the blocks 0 to " + (stage.blocks().size() - 1));
            }
            checkOnce(seen, place, "block_factors.block_id", block);
        }
    }
}
