package io.cobre.solver.stochastic;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.cobre.solver.stochastic.fit.InflowFit;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * All that is random in a study: inflow model, opening tree, samplers of trial paths.
 */
public final class StochasticModel
{
    private final Study study;
    private final ScenarioData scenarios;
    private final InflowModel inflow;
    private final LagTransitions lags;
    private final NoiseLayout layout;
    private final NoiseMap noiseMap;
    private final OpeningTree openings;

    private StochasticModel(final Study study, final OpeningTree openings)
    {
        this.study = study;
        this.openings = openings;
        scenarios = completed(study);
        inflow = inflowModel(study, scenarios.inflow());
        lags = LagTransitions.of(study.stages(), scenarios, study.hydros().size(), inflow.lags());
        layout = NoiseLayout.of(study);
        noiseMap = new NoiseMap(study, inflow, layout);
    }

    /**
     * Model with a tree on the heap.
     *
     * @param study a validated case.
     * @return the model.
     */
    public static StochasticModel of(final Study study)
    {
        return generate(study, new UnsafeBuffer(new byte[openingBytes(study)]));
    }

    /**
     * Model whose tree is drawn into a given buffer.
     *
     * @param study  a validated case.
     * @param buffer at least {@link #openingBytes} long; the model keeps it.
     * @return the model.
     */
    public static StochasticModel generate(final Study study, final MutableDirectBuffer buffer)
    {
        final OpeningGenerator generator = generator(study);
        final StoredOpenings tree = new StoredOpenings(buffer, dimension(study), generator.openings());
        generator.generate(tree);
        return new StochasticModel(study, tree);
    }

    /**
     * Model over a tree that {@link #generate} has already drawn into a buffer.
     *
     * @param study  the case it was drawn for.
     * @param buffer the drawn tree; the model keeps it.
     * @return the model.
     */
    public static StochasticModel over(final Study study, final MutableDirectBuffer buffer)
    {
        final int[] counts = generator(study).openings();
        return new StochasticModel(study, new StoredOpenings(buffer, dimension(study), counts));
    }

    /**
     * Size of the buffer that holds the opening tree.
     *
     * @param study a validated case.
     * @return bytes.
     */
    public static int openingBytes(final Study study)
    {
        return StoredOpenings.bytes(dimension(study), generator(study).openings());
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
     * Inputs with what was estimated from history.
     *
     * @return statistics, coefficients and correlation that the model uses.
     */
    public ScenarioData scenarios()
    {
        return scenarios;
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

    /**
     * Places of the noise vector.
     *
     * @return the layout of openings and samples.
     */
    public NoiseLayout layout()
    {
        return layout;
    }

    /**
     * From noise to inflows, loads and availabilities.
     *
     * @return the map of this study.
     */
    public NoiseMap noiseMap()
    {
        return noiseMap;
    }

    /**
     * Opening tree.
     *
     * @return the same tree for all samplers and passes.
     */
    public OpeningTree openings()
    {
        return openings;
    }

    /**
     * A sampler for the forward pass of training. Not to be shared between threads.
     *
     * @return a new sampler.
     */
    public ForwardSampler trainingSampler()
    {
        return new InSampleSampler(openings, study.config().treeSeed());
    }

    /**
     * A sampler for simulation. Not to be shared between threads.
     *
     * @return a new sampler.
     */
    public ForwardSampler simulationSampler()
    {
        return new InSampleSampler(openings, study.config().treeSeed());
    }

    private static OpeningGenerator generator(final Study study)
    {
        return new OpeningGenerator(study.stages(), study.config().treeSeed());
    }

    private static int dimension(final Study study)
    {
        return NoiseLayout.of(study).dimension();
    }

    private static ScenarioData completed(final Study study)
    {
        return InflowFit.complete(study.scenarios(), study.stages(), study.hydros().size());
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
}
