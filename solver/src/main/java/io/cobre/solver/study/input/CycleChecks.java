package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioSource;
import java.util.List;
import java.util.Locale;

/**
 * A cyclic policy graph: one transition leads from the last stage back, costs are discounted on the way round, and the
 * inflow memory means the same at the end of a round as at its beginning.
 */
final class CycleChecks extends Checker
{
    private static final int MONTHS = 12;

    CycleChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        if (!files.stages().cyclic() || index.stages().size() == 0)
        {
            return;
        }
        final Place graph = Place.file(StagesFile.NAME).field("policy_graph");
        if (next() == Calendar.END)
        {
            problems.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                graph.field("transitions"),
                null,
                "has no transition that leads from the last stage back, with probability 1",
                "add {\"source_id\": last, \"target_id\": first of the cycle, \"probability\": 1.0}, or use type " +
                "finite_horizon");
            return;
        }
        if (!discounted())
        {
            problems.error(
                SolverErrorKind.OUT_OF_RANGE,
                graph.field("annual_discount_rate"),
                files.stages().discountRate(),
                "must be positive somewhere in the cycle: what goes on for ever costs without end otherwise",
                "give a positive rate");
        }
        if (files.config().config().policy().hasBoundary())
        {
            problems.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                Place.file(ConfigFile.NAME).field("policy.boundary"),
                null,
                "bounds the cost after the last stage, but the policy graph is cyclic",
                "remove the boundary, or use a finite horizon");
        }
        checkSource(files.config().training(), "training.scenario_source");
        checkMemory();
    }

    /**
     * Index of the stage that follows the last one.
     */
    int next()
    {
        final List<StagesFile.Entry> stages = index.stages().sorted();
        int next = Calendar.END;
        for (final StagesFile.Transition transition : files.stages().transitions())
        {
            if (transition.sourceId() == stages.get(stages.size() - 1).id())
            {
                next = index.stages().index(transition.targetId());
            }
        }
        return next;
    }

    private boolean discounted()
    {
        final List<StagesFile.Entry> stages = index.stages().sorted();
        return stages.subList(next(), stages.size()).stream()
            .anyMatch((stage) -> StudyAssembler.discountRate(files.stages(), stage.id()) > 0.0);
    }

    private void checkSource(final ScenarioSource source, final String field)
    {
        for (final SamplingScheme scheme : List.of(source.inflow(), source.load(), source.ncs()))
        {
            if (scheme == SamplingScheme.EXTERNAL || scheme == SamplingScheme.HISTORICAL)
            {
                problems.notBuilt(
                    Place.file(ConfigFile.NAME).field(field),
                    null,
                    "trial paths of a cyclic horizon by the scheme " + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void checkMemory()
    {
        final InflowTables models = files.scenarios().models();
        if (models.coefficients().isEmpty() && models.annual().isEmpty() && models.history().isEmpty())
        {
            return;
        }
        final List<StagesFile.Entry> cycle = index.stages().sorted().subList(next(), index.stages().size());
        final boolean monthly = index.stages().sorted().stream().allMatch((stage) ->
            stage.startDate().getDayOfMonth() == 1 && stage.endDate().equals(stage.startDate().plusMonths(1)));
        if (!monthly || cycle.size() % MONTHS != 0)
        {
            problems.notBuilt(
                Place.file(StagesFile.NAME).field("policy_graph"),
                null,
                "a cyclic horizon with autoregressive inflows whose cycle is not made of whole years of months");
        }
    }
}
