package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.HydroPhase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Limits and costs by stage, and generic constraints.
 */
final class ConstraintChecks extends Checker
{
    ConstraintChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        final ConstraintFiles tables = files.constraints();
        checkTable(tables.thermals(), index.thermals(), ThermalsFile.Entry::life);
        checkTable(tables.hydros(), index.hydros());
        checkTable(tables.lines(), index.lines(), LinesFile.Entry::life);
        checkTable(tables.sources(), index.sources(), SourcesFile.Entry::life);
        checkTable(tables.contracts(), index.contracts(), ContractsFile.Entry::life);
        checkTable(tables.pumping(), index.pumps(), PumpingFile.Entry::life);
        checkTable(tables.busCosts(), index.buses());
        checkTable(tables.lineCosts(), index.lines());
        checkTable(tables.hydroCosts(), index.hydros());
        checkTable(tables.sourceCosts(), index.sources());
        checkThermalLimits(tables.thermals());
        checkHydroLimits(tables.hydros());
        checkTradeLimits(tables);
        checkFilling(tables.hydros());
        checkPositiveCosts(tables.hydroCosts());
        checkGeneric();
    }

    private void checkTable(final StageTable table, final Ids<?> ids)
    {
        final Set<List<Integer>> seen = new HashSet<>();
        for (int row = 0; row < table.rows(); row++)
        {
            final Place place = row(table, row);
            ids.resolve(table.entityId()[row], place.field(table.idColumn()), problems);
            if (checkStage(place, table.stageId()[row]))
            {
                checkBlock(place, table.blockId()[row], stage(table.stageId()[row]).blocks().size());
            }
            checkOnce(
                seen, place, table.idColumn(), table.entityId()[row], table.stageId()[row], table.blockId()[row]);
        }
    }

    private <E extends Identified> void checkTable(
        final StageTable table, final Ids<E> ids, final Function<E, Life> life)
    {
        checkTable(table, ids);
        for (int row = 0; row < table.rows(); row++)
        {
            final int entity = ids.index(table.entityId()[row]);
            if (entity >= 0 && !life.apply(ids.sorted().get(entity)).contains(table.stageId()[row]))
            {
                problems.noEffect(row(table, row).field("stage_id"), table.stageId()[row]);
            }
        }
    }

    private void checkTradeLimits(final ConstraintFiles tables)
    {
        for (int row = 0; row < tables.contracts().rows(); row++)
        {
            final int contract = index.contracts().index(tables.contracts().entityId()[row]);
            if (contract >= 0)
            {
                final ContractsFile.Entry base = index.contracts().sorted().get(contract);
                checkPair(
                    tables.contracts(), row, StageTable.MIN_POWER, base.min(), StageTable.MAX_POWER, base.max());
            }
        }
        for (int row = 0; row < tables.pumping().rows(); row++)
        {
            final int station = index.pumps().index(tables.pumping().entityId()[row]);
            if (station >= 0)
            {
                final PumpingFile.Entry base = index.pumps().sorted().get(station);
                checkPair(tables.pumping(), row, StageTable.MIN_FLOW, base.min(), StageTable.MAX_FLOW, base.max());
            }
        }
    }

    private void checkBlock(final Place place, final int block, final int blocks)
    {
        if (block < StageTable.ALL_BLOCKS || block >= blocks)
        {
            problems.error(
                SolverErrorKind.MISSING_REFERENCE,
                place.field("block_id"),
                block,
                "= " + block + " is no block of the stage",
                "it has the blocks 0 to " + (blocks - 1));
        }
    }

    private void checkThermalLimits(final StageTable table)
    {
        for (int row = 0; row < table.rows(); row++)
        {
            final int thermal = index.thermals().index(table.entityId()[row]);
            if (thermal >= 0)
            {
                final ThermalsFile.Entry base = index.thermals().sorted().get(thermal);
                checkOrder(
                    row(table, row),
                    StageTable.MIN_GENERATION,
                    table.effective(StageTable.MIN_GENERATION, row, base.min()),
                    StageTable.MAX_GENERATION,
                    table.effective(StageTable.MAX_GENERATION, row, base.max()));
            }
        }
    }

    private void checkHydroLimits(final StageTable table)
    {
        for (int row = 0; row < table.rows(); row++)
        {
            final int hydro = index.hydros().index(table.entityId()[row]);
            if (hydro >= 0)
            {
                final HydrosFile.Entry base = index.hydros().sorted().get(hydro);
                final HydrosFile.Generation generation = base.generation();
                checkPair(
                    table, row, StageTable.MIN_STORAGE, base.minStorage(), StageTable.MAX_STORAGE, base.maxStorage());
                checkPair(
                    table, row, StageTable.MIN_OUTFLOW, base.minOutflow(), StageTable.MAX_OUTFLOW, base.maxOutflow());
                checkPair(
                    table,
                    row,
                    StageTable.MIN_TURBINED,
                    generation.minTurbined(),
                    StageTable.MAX_TURBINED,
                    generation.maxTurbined());
                checkPair(
                    table,
                    row,
                    StageTable.MIN_GENERATION,
                    generation.minGeneration(),
                    StageTable.MAX_GENERATION,
                    generation.maxGeneration());
                checkDiversion(table, row, base);
            }
        }
    }

    private void checkPair(
        final StageTable table,
        final int row,
        final String minColumn,
        final double min,
        final String maxColumn,
        final double max)
    {
        checkOrder(
            row(table, row),
            minColumn,
            value(table, minColumn, row, min),
            maxColumn,
            value(table, maxColumn, row, max));
    }

    private void checkDiversion(final StageTable table, final int row, final HydrosFile.Entry hydro)
    {
        if (hydro.diversion() == null && value(table, StageTable.MAX_DIVERSION, row, 0.0) > 0.0)
        {
            problems.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                row(table, row).field(StageTable.MAX_DIVERSION),
                table.values().get(StageTable.MAX_DIVERSION)[row],
                "is given for hydro " + hydro.id() + ", which has no diversion",
                "add the diversion to " + HydrosFile.NAME);
        }
    }

    private void checkFilling(final StageTable table)
    {
        for (int row = 0; row < table.rows(); row++)
        {
            final double filling = value(table, StageTable.FILLING, row, 0.0);
            final int hydro = index.hydros().index(table.entityId()[row]);
            if (filling > 0.0 && hydro >= 0 &&
                HydroPhase.FILLING != Phases.of(index.hydros().sorted().get(hydro), table.stageId()[row]))
            {
                problems.noEffect(row(table, row).field(StageTable.FILLING), filling);
            }
        }
    }

    private void checkPositiveCosts(final StageTable table)
    {
        for (final String name : HydroPenalties.names())
        {
            for (int row = 0; row < table.rows(); row++)
            {
                if (table.values().get(name)[row] == 0.0 && !HydroPenalties.FPHA_TURBINED.equals(name))
                {
                    problems.error(
                        SolverErrorKind.OUT_OF_RANGE,
                        row(table, row).field(name),
                        0,
                        "= 0 must be greater than 0",
                        Range.POSITIVE.remedy());
                }
            }
        }
    }

    private void checkGeneric()
    {
        final Ids<GenericConstraintsFile.Entry> constraints = Ids.of(
            "constraint", GenericConstraintsFile.NAME, files.constraints().generic().constraints(), problems);
        constraints.sorted().forEach(this::checkTerms);
        final Set<List<Integer>> seen = new HashSet<>();
        for (final GenericConstraintsFile.Bound bound : files.constraints().genericBounds())
        {
            final Place place = Place.file(GenericConstraintsFile.BOUNDS).entity("row " + bound.row());
            constraints.resolve(bound.constraintId(), place.field("constraint_id"), problems);
            if (checkStage(place, bound.stageId()))
            {
                checkBlocks(seen, place, bound, stage(bound.stageId()).blocks().size());
            }
        }
        for (final GenericConstraintsFile.Bound bound : files.constraints().genericBounds())
        {
            if (constraints.contains(bound.constraintId()) && index.stages().contains(bound.stageId()))
            {
                checkTermBlocks(
                    constraints.sorted().get(constraints.index(bound.constraintId())), stage(bound.stageId()));
            }
        }
    }

    private void checkBlocks(
        final Set<List<Integer>> seen,
        final Place place,
        final GenericConstraintsFile.Bound bound,
        final int blocks)
    {
        checkBlock(place, bound.blockId(), blocks);
        for (int block = 0; block < blocks; block++)
        {
            if (bound.blockId() == block || bound.blockId() == GenericConstraintsFile.ALL_BLOCKS)
            {
                checkOnce(seen, place, "constraint_id", bound.constraintId(), bound.stageId(), block);
            }
        }
    }

    private void checkTerms(final GenericConstraintsFile.Entry constraint)
    {
        final Place place =
            Place.file(GenericConstraintsFile.NAME).entity("constraint " + constraint.id()).field("expression");
        for (final Expression.Term term : constraint.expression().terms())
        {
            final int entity =
                GenericAssembler.registry(term.variable(), index).resolve(term.entityId(), place, problems);
            if (entity >= 0 && term.variable().startsWith("contract_"))
            {
                checkDirection(place, term.variable(), index.contracts().sorted().get(entity));
            }
        }
    }

    private void checkDirection(final Place place, final String variable, final ContractsFile.Entry contract)
    {
        if (variable.endsWith("export") != contract.export())
        {
            problems.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                place,
                variable,
                "names " + variable + "(" + contract.id() + "), a contract of the other direction",
                "write " + (contract.export() ? "contract_export" : "contract_import"));
        }
    }

    private void checkTermBlocks(final GenericConstraintsFile.Entry constraint, final StagesFile.Entry stage)
    {
        for (final Expression.Term term : constraint.expression().terms())
        {
            if (!exists(term, stage.id()))
            {
                problems.warning(
                    SolverErrorKind.STAGE_MISMATCH,
                    Place.file(GenericConstraintsFile.NAME)
                        .entity("constraint " + constraint.id())
                        .field("expression"),
                    stage.id(),
                    "names " + term.variable() + "(" + term.entityId() + "), which does not exist in stage " +
                        stage.id() + " and counts as 0",
                    "remove the bound of this stage");
            }
            if (term.block() >= stage.blocks().size())
            {
                problems.error(
                    SolverErrorKind.MISSING_REFERENCE,
                    Place.file(GenericConstraintsFile.NAME)
                        .entity("constraint " + constraint.id())
                        .field("expression"),
                    term.block(),
                    "names block " + term.block() + ", which stage " + stage.id() + " does not have",
                    "it has the blocks 0 to " + (stage.blocks().size() - 1));
            }
        }
    }

    /** Whether what a term is about exists in a stage; unknown ids are reported elsewhere. */
    private boolean exists(final Expression.Term term, final int stageId)
    {
        final Ids<?> ids = GenericAssembler.registry(term.variable(), index);
        if (!ids.contains(term.entityId()))
        {
            return true;
        }
        final Identified entity = ids.sorted().get(ids.index(term.entityId()));
        if (entity instanceof HydrosFile.Entry hydro)
        {
            return Phases.PRESENT.contains(Phases.of(hydro, stageId));
        }
        return !(entity instanceof ThermalsFile.Entry thermal && !thermal.life().contains(stageId)) &&
            !(entity instanceof LinesFile.Entry line && !line.life().contains(stageId)) &&
            !(entity instanceof SourcesFile.Entry source && !source.life().contains(stageId)) &&
            !(entity instanceof ContractsFile.Entry contract && !contract.life().contains(stageId)) &&
            !(entity instanceof PumpingFile.Entry pump && !pump.life().contains(stageId));
    }

    private static double value(final StageTable table, final String column, final int row, final double base)
    {
        return StudyAssembler.or(table.values().get(column)[row], base);
    }

    private static Place row(final StageTable table, final int row)
    {
        return table.place().entity("row " + row);
    }
}
