package io.cobre.solver.stochastic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.agrona.MutableDirectBuffer;

import io.cobre.solver.stochastic.fit.InflowFit;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * The stochastic model of a study before its openings are drawn; tells how much memory they need.
 */
public final class StochasticPlan
{
    private final Study study;
    private final ScenarioData scenarios;
    private final InflowModel inflow;
    private final LagTransitions lags;
    private final NoiseLayout layout;
    private final NoiseMap noiseMap;
    private final SpatialCorrelation correlation;
    private final SamplingMethod[] methods;
    private final SamplerFactory samplers;

    private StochasticPlan(final Study study)
    {
        this.study = study;
        final int hydros = study.hydros().size();
        scenarios = InflowFit.complete(study.scenarios(), study.stages(), hydros);
        inflow = inflowModel(study, scenarios.inflow());
        lags = LagTransitions.of(study.stages(), scenarios, hydros, inflow.lags());
        layout = NoiseLayout.of(study);
        noiseMap = new NoiseMap(study, inflow, layout);
        correlation = new SpatialCorrelation(scenarios.correlation(), layout, study.stages());
        methods = methods(scenarios.sampling(), study.stageCount());
        samplers = new SamplerFactory(this);
    }

    /**
     * Plan of a study; estimates what has to be estimated from history.
     *
     * @param study a validated case.
     * @return the plan.
     */
    public static StochasticPlan of(final Study study)
    {
        return new StochasticPlan(study);
    }

    /**
     * Size of the buffer that holds the openings.
     *
     * @return bytes.
     */
    public int openingBytes()
    {
        return StoredOpenings.bytes(layout.dimension(), openingCounts());
    }

    /**
     * Draw the openings into a buffer.
     *
     * @param buffer at least {@link #openingBytes} long; the model keeps it.
     * @return the model.
     */
    public StochasticModel generate(final MutableDirectBuffer buffer)
    {
        final StoredOpenings tree = new StoredOpenings(buffer, layout.dimension(), openingCounts());
        if (scenarios.noiseOpenings() == null)
        {
            final boolean historical = List.of(methods).contains(SamplingMethod.HISTORICAL_RESIDUALS);
            new OpeningGenerator(
                study.stages(), study.config().treeSeed(), openingCounts(), methods, layout, correlation,
                historical ? samplers.windows(scenarios.training()) : null).generate(tree);
        }
        else
        {
            store(tree);
        }
        return new StochasticModel(this, tree);
    }

    /**
     * Use openings that {@link #generate} of an equal plan has drawn into a buffer.
     *
     * @param buffer the drawn openings; the model keeps it.
     * @return the model.
     */
    public StochasticModel over(final MutableDirectBuffer buffer)
    {
        return new StochasticModel(this, new StoredOpenings(buffer, layout.dimension(), openingCounts()));
    }

    /**
     * Read the scenarios of training and simulation that come from files, which otherwise happens on first use.
     *
     * @throws io.cobre.solver.error.ValidationException if they do not cover the study.
     */
    public void readScenarios()
    {
        for (final ScenarioSource source : List.of(scenarios.training(), scenarios.simulation()))
        {
            samplers.external(source);
            if (uses(source, SamplingScheme.HISTORICAL))
            {
                samplers.windows(source);
            }
        }
    }

    Study study()
    {
        return study;
    }

    ScenarioData scenarios()
    {
        return scenarios;
    }

    /**
     * Inflow model.
     *
     * @return coefficients by stage and hydro.
     */
    public InflowModel inflow()
    {
        return inflow;
    }

    /**
     * Memory of past inflows.
     *
     * @return transitions over every stage.
     */
    public LagTransitions lags()
    {
        return lags;
    }

    NoiseLayout layout()
    {
        return layout;
    }

    NoiseMap noiseMap()
    {
        return noiseMap;
    }

    SpatialCorrelation correlation()
    {
        return correlation;
    }

    SamplingMethod[] methods()
    {
        return methods;
    }

    ForwardSampler trainingSampler(final OpeningTree openings)
    {
        return samplers.create(scenarios.training(), openings, study.config().forwardPasses());
    }

    ForwardSampler simulationSampler(final OpeningTree openings)
    {
        return samplers.create(scenarios.simulation(), openings, study.config().simulationScenarios());
    }

    /**
     * Openings of the tree.
     *
     * @return by stage.
     */
    public int[] openingCounts()
    {
        if (scenarios.noiseOpenings() != null)
        {
            return Stream.of(scenarios.noiseOpenings()).mapToInt(stage -> stage.length).toArray();
        }
        final int[] counts = new int[study.stageCount()];
        for (int t = 0; t < counts.length; t++)
        {
            counts[t] = study.stages().get(t).openings();
            if (methods[t] == SamplingMethod.HISTORICAL_RESIDUALS)
            {
                counts[t] = Math.min(counts[t], samplers.windows(scenarios.training()).count());
            }
            counts[t] = Math.min(counts[t], givenScenarios(t));
        }
        return counts;
    }

    /** Scenarios that training has from outside, the fewest of its external classes. */
    private int givenScenarios(final int stage)
    {
        final ScenarioSource source = scenarios.training();
        int fewest = Integer.MAX_VALUE;
        for (final ExternalPaths paths : samplers.external(source))
        {
            fewest = Math.min(fewest, paths.given(stage));
        }
        return fewest;
    }

    /** Openings of the user have no places for non-controllable sources; these stay without noise. */
    private void store(final StoredOpenings tree)
    {
        for (int t = 0; t < study.stageCount(); t++)
        {
            final double[][] stage = scenarios.noiseOpenings()[t];
            for (int o = 0; o < stage.length; o++)
            {
                tree.store(t, o, Arrays.copyOf(stage[o], layout.dimension()));
            }
        }
    }

    private static SamplingMethod[] methods(final List<SamplingMethod> given, final int stages)
    {
        final SamplingMethod[] methods = new SamplingMethod[stages];
        for (int t = 0; t < stages; t++)
        {
            methods[t] = given.isEmpty() ? SamplingMethod.SAA : given.get(t);
        }
        return methods;
    }

    private static InflowModel inflowModel(final Study study, final InflowData data)
    {
        return data.statistics().isEmpty() ?
            whiteNoise(study) :
            InflowModels.of(ParTable.of(data), study.stages(), study.hydros().size());
    }

    private static InflowModel whiteNoise(final Study study)
    {
        final double[][] base = study.data().stream().map(StageData::inflowMean).toArray(double[][]::new);
        final double[][] sigma = study.data().stream().map(StageData::inflowStd).toArray(double[][]::new);
        return new InflowModel(base, sigma, new double[base.length][0], new int[study.hydros().size()], 0);
    }

    static boolean uses(final ScenarioSource source, final SamplingScheme scheme)
    {
        return source.inflow() == scheme || source.load() == scheme || source.ncs() == scheme;
    }
}
