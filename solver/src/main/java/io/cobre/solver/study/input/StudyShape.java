package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the parts of a study that somebody made in memory fit each other: what the reader of a case folder takes care
 * of by construction.
 */
final class StudyShape
{
    private final Study study;
    private final Problems problems;

    StudyShape(final Study study, final Problems problems)
    {
        this.study = study;
        this.problems = problems;
    }

    void check()
    {
        atLeastOne("config.forwardPasses", study.config().forwardPasses());
        atLeastOne("config.stoppingRules", study.config().stoppingRules().size());
        atLeastOne("stages", study.stages().size());
        atLeastOne("buses", study.buses().size());
        length("data", study.data(), study.stages().size());
        length("initialStorage", study.initialStorage(), study.hydros().size());
        study.lines().forEach((line) ->
        {
            index("lines", line.source(), 0, study.buses().size());
            index("lines", line.target(), 0, study.buses().size());
        });
        study.thermals().forEach((thermal) -> index("thermals", thermal.bus(), 0, study.buses().size()));
        study.sources().forEach((source) -> index("sources", source.bus(), 0, study.buses().size()));
        study.hydros().forEach((hydro) ->
        {
            index("hydros", hydro.bus(), 0, study.buses().size());
            index("hydros", hydro.downstream(), -1, study.hydros().size());
        });
        study.contracts().forEach((contract) -> index("contracts", contract.bus(), 0, study.buses().size()));
        study.pumps().forEach((pump) ->
        {
            index("pumps", pump.bus(), 0, study.buses().size());
            index("pumps", pump.source(), 0, study.hydros().size());
            index("pumps", pump.destination(), 0, study.hydros().size());
        });
        IntStream.range(0, Math.min(study.stages().size(), study.data().size())).forEach(
            (stage) -> stage(study.stages().get(stage), study.data().get(stage), stage));
    }

    private void stage(final Stage stage, final StageData data, final int position)
    {
        if (stage.index() != position)
        {
            problem(SolverErrorKind.STAGE_MISMATCH, "stages", stage.index(), "is the index of stage " + position);
        }
        atLeastOne("stages.openings", stage.openings());
        atLeastOne("stages.blockHours", stage.blockHours().length);
        final int buses = study.buses().size();
        lengths("thermal", study.thermals().size(), data.thermalMin(), data.thermalMax(), data.thermalCost());
        lengths("line", study.lines().size(), data.lineDirect(), data.lineReverse(), data.lineCost());
        lengths("bus", buses, data.deficitDepth(), data.deficitCost(), data.excessCost(), data.loadMean(),
            data.loadStd(), data.loadFactor());
        lengths("hydro", study.hydros().size(), data.minStorage(), data.maxStorage(), data.maxTurbined(),
            data.maxGeneration(), data.productivity(), data.minOutflow(), data.maxOutflow(), data.spillageCost(),
            data.outflowBelowCost(), data.outflowAboveCost(), data.inflowMean(), data.inflowStd());
        lengths("hydro", study.hydros().size(), data.reservoirs().phase(), data.reservoirs().storageBelowCost(),
            data.reservoirs().fillingTarget(), data.reservoirs().fillingCost());
        lengths("contract", study.contracts().size(), data.contracts().min(), data.contracts().max(),
            data.contracts().price());
        lengths("pumping station", study.pumps().size(), data.pumping().min(), data.pumping().max());
        final List<double[]> byBlock = new ArrayList<>(List.of(data.lineDirect()));
        byBlock.addAll(List.of(data.thermalMin()));
        byBlock.addAll(List.of(data.thermalMax()));
        byBlock.addAll(List.of(data.thermalCost()));
        byBlock.addAll(List.of(data.lineReverse()));
        byBlock.addAll(List.of(data.loadFactor()));
        byBlock.forEach((values) -> length("data by block", values, stage.blockHours().length));
    }

    private void lengths(final String entity, final int expected, final Object... arrays)
    {
        for (final Object array : arrays)
        {
            length("data by " + entity, array, expected);
        }
    }

    private void length(final String field, final Object values, final int expected)
    {
        final int length = values instanceof List<?> list ? list.size() : Array.getLength(values);
        if (length != expected)
        {
            problem(
                SolverErrorKind.COVERAGE_MISMATCH, field, length, "values where " + expected + " are needed");
        }
    }

    private void atLeastOne(final String field, final int value)
    {
        if (value < 1)
        {
            problem(SolverErrorKind.OUT_OF_RANGE, field, value, "where at least 1 is needed");
        }
    }

    private void index(final String field, final int value, final int least, final int size)
    {
        if (value < least || value >= size)
        {
            problem(SolverErrorKind.MISSING_REFERENCE, field, value, "is no index of what it refers to");
        }
    }

    private void problem(final SolverErrorKind kind, final String field, final int value, final String message)
    {
        problems.error(
            kind, new Place("study", "", field), value, "has " + value + " " + message,
            "correct the study that was made in memory");
    }
}
