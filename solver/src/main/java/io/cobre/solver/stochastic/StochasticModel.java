package io.cobre.solver.stochastic;

import java.util.List;
import java.util.stream.IntStream;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.cobre.solver.study.Study;

/**
 * All that is random in a study: inflow model, opening tree, samplers of trial paths.
 */
public final class StochasticModel
{
    private final Study study;
    private final InflowModel inflow;
    private final OpeningTree openings;

    private StochasticModel(final Study study, final InflowModel inflow, final OpeningTree openings)
    {
        this.study = study;
        this.inflow = inflow;
        this.openings = openings;
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
        return new StochasticModel(study, whiteNoise(study), tree);
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
        return new StochasticModel(study, whiteNoise(study), new StoredOpenings(buffer, dimension(study), counts));
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
        return study.hydros().size() + stochasticLoads(study).size();
    }

    private static List<Integer> stochasticLoads(final Study study)
    {
        return IntStream.range(0, study.buses().size())
            .filter(b -> study.data().stream().anyMatch(stage -> stage.loadStd()[b] > 0.0))
            .boxed()
            .toList();
    }

    private static InflowModel whiteNoise(final Study study)
    {
        final double[][] base = study.data().stream().map(stage -> stage.inflowMean()).toArray(double[][]::new);
        final double[][] sigma = study.data().stream().map(stage -> stage.inflowStd()).toArray(double[][]::new);
        return new InflowModel(base, sigma, new double[base.length][0], new int[study.hydros().size()], 0);
    }
}
