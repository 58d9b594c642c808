package io.cobre.solver.stochastic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.ExternalScenario;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioSource;

/**
 * Makes samplers from a scenario source; reads histories and external scenarios when first asked for.
 */
final class SamplerFactory
{
    private final StochasticPlan plan;
    private final Map<List<Integer>, HistoricalWindows> windows = new HashMap<>();
    private final Map<EntityClass, ExternalPaths> external = new HashMap<>();

    SamplerFactory(final StochasticPlan plan)
    {
        this.plan = plan;
    }

    ForwardSampler create(final ScenarioSource source, final OpeningTree openings, final int batch)
    {
        final InSampleSampler inSample = new InSampleSampler(openings, plan.study().config().treeSeed());
        final FreshNoise fresh = StochasticPlan.uses(source, SamplingScheme.OUT_OF_SAMPLE) ?
            new FreshNoise(
                source.seed(), plan.study().stages(), plan.methods(), batch, plan.layout().dimension(),
                plan.correlation()) : null;
        final List<ForwardSampler> sources = new ArrayList<>();
        for (final EntityClass entityClass : EntityClass.values())
        {
            sources.add(switch (scheme(source, entityClass))
            {
                case IN_SAMPLE -> inSample;
                case OUT_OF_SAMPLE -> fresh;
                case EXTERNAL -> new ExternalSampler(external(entityClass));
                case HISTORICAL -> new HistoricalSampler(windows(source), plan.layout().count(EntityClass.INFLOW));
            });
        }
        return ClassSampler.of(plan.layout(), sources.toArray(new ForwardSampler[0]));
    }

    synchronized HistoricalWindows windows(final ScenarioSource source)
    {
        return windows.computeIfAbsent(source.historicalYears(), years -> HistoricalWindows.of(
            plan.scenarios(),
            plan.study().stages(),
            plan.layout().count(EntityClass.INFLOW),
            plan.inflow(),
            plan.lags(),
            years));
    }

    /** Paths of all classes that a source takes from outside. */
    List<ExternalPaths> external(final ScenarioSource source)
    {
        final List<ExternalPaths> paths = new ArrayList<>();
        for (final EntityClass entityClass : EntityClass.values())
        {
            if (scheme(source, entityClass) == SamplingScheme.EXTERNAL)
            {
                paths.add(external(entityClass));
            }
        }
        return paths;
    }

    private synchronized ExternalPaths external(final EntityClass entityClass)
    {
        return external.computeIfAbsent(entityClass, this::read);
    }

    private ExternalPaths read(final EntityClass entityClass)
    {
        final int stages = plan.study().stageCount();
        final List<ExternalScenario> rows = switch (entityClass)
        {
            case INFLOW -> plan.scenarios().externalInflow();
            case LOAD -> plan.scenarios().externalLoad();
            case NCS -> plan.scenarios().externalNcs();
        };
        return entityClass == EntityClass.INFLOW ?
            ExternalPaths.inflows(rows, plan.layout(), plan.inflow(), plan.lags(), stages) :
            ExternalPaths.independent(entityClass, rows, plan.layout(), plan.noiseMap(), stages);
    }

    private static SamplingScheme scheme(final ScenarioSource source, final EntityClass entityClass)
    {
        return switch (entityClass)
        {
            case INFLOW -> source.inflow();
            case LOAD -> source.load();
            case NCS -> source.ncs();
        };
    }
}
