package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.HashSet;
import java.util.Set;

/**
 * References and coverage of the tables by entity and stage.
 */
final class ScenarioChecks
{
    private final CaseFiles files;
    private final CaseIndex index;
    private final Problems problems;

    ScenarioChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        this.files = files;
        this.index = index;
        this.problems = problems;
    }

    void run()
    {
        checkStatistics(files.inflow(), index.hydros(), true);
        checkStatistics(files.load(), index.buses(), false);
        checkFactors(files.loadFactors(), BlockFactorsFile.LOAD, "bus", index.buses());
        checkFactors(files.exchangeFactors(), BlockFactorsFile.EXCHANGE, "line", index.lines());
        checkThermalBounds(files.thermalBounds());
    }

    private void checkStatistics(final StageStatistics table, final Ids<?> entities, final boolean earlierStages)
    {
        final Set<Long> seen = new HashSet<>();
        for (int row = 0; row < table.rows(); row++)
        {
            final Place place = table.place().entity("row " + row);
            final int entity = table.entityId()[row];
            final int stage = table.stageId()[row];
            entities.resolve(entity, place.field(table.idColumn()), problems);
            if (stage >= 0 || !earlierStages)
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

    private void checkCoverage(final StageStatistics table, final Ids<?> entities, final Set<Long> seen)
    {
        for (final Identified entity : entities.sorted())
        {
            for (final StagesFile.Entry stage : index.stages().sorted())
            {
                if (!seen.contains(key(entity.id(), stage.id())))
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
        final Set<Long> seen = new HashSet<>();
        for (final BlockFactorsFile.Entry entry : file.entries())
        {
            final Place place = Place.file(name).entity(kind + " " + entry.entityId() + ", stage " + entry.stageId());
            entities.resolve(entry.entityId(), place.field(kind + "_id"), problems);
            checkOnce(seen, place, kind + "_id", entry.entityId(), entry.stageId());
            if (checkStage(place, entry.stageId()))
            {
                checkBlocks(place, entry, index.stages().sorted().get(index.stages().index(entry.stageId())));
            }
        }
    }

    private void checkBlocks(final Place place, final BlockFactorsFile.Entry entry, final StagesFile.Entry stage)
    {
        final Set<Integer> seen = new HashSet<>();
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
            else if (!seen.add(block))
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("block_factors.block_id"),
                    block,
                    "= " + block + " occurs twice",
                    "keep one of them");
            }
        }
    }

    private void checkThermalBounds(final ThermalBounds table)
    {
        final Set<Long> seen = new HashSet<>();
        for (int row = 0; row < table.rows(); row++)
        {
            final Place place = table.place().entity("row " + row);
            final int thermal = index.thermals().resolve(table.thermalId()[row], place.field("thermal_id"), problems);
            checkStage(place, table.stageId()[row]);
            checkOnce(seen, place, "thermal_id", table.thermalId()[row], table.stageId()[row]);
            if (thermal >= 0)
            {
                final ThermalsFile.Entry base = index.thermals().sorted().get(thermal);
                final double min = StudyAssembler.or(table.min()[row], base.min());
                final double max = StudyAssembler.or(table.max()[row], base.max());
                if (min > max)
                {
                    problems.error(
                        SolverErrorKind.PHYSICAL_CONSTRAINT,
                        place.field("max_generation_mw"),
                        max,
                        "leaves a minimum of " + min + " MW above the maximum of " + max + " MW",
                        "correct the row or system/thermals.json");
                }
            }
        }
    }

    private boolean checkStage(final Place place, final int stageId)
    {
        if (index.stages().contains(stageId))
        {
            return true;
        }
        problems.error(
            SolverErrorKind.STAGE_MISMATCH,
            place.field("stage_id"),
            stageId,
            "= " + stageId + " is no stage of " + StagesFile.NAME,
            "use the ids of stages.json");
        return false;
    }

    private void checkOnce(
        final Set<Long> seen, final Place place, final String idColumn, final int entity, final int stage)
    {
        if (!seen.add(key(entity, stage)))
        {
            problems.error(
                SolverErrorKind.DUPLICATE_ID,
                place.field(idColumn),
                entity,
                "= " + entity + " occurs twice for stage " + stage,
                "keep one row");
        }
    }

    private static long key(final int entity, final int stage)
    {
        return (long) entity << 32 | stage & 0xFFFFFFFFL;
    }
}
