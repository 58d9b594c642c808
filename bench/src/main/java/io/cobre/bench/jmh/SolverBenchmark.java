package io.cobre.bench.jmh;

import io.cobre.bench.examples.Examples;
import io.cobre.solver.Cobre;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.stochastic.OpeningTree;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import org.agrona.IoUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What training spends its time on, for the example with four regions and a policy of four cuts per stage and
 * iteration.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SolverBenchmark
{
    private static final int STAGE = 1;

    /** How long the policy is trained. */
    @Param("64")
    public int iterations;

    private final BasisSlot slot = new BasisSlot();
    private Study study;
    private StochasticModel stochastic;
    private Policy policy;
    private StageProblems problems;
    private StageInstance instance;
    private double[] state;
    private double[] noise;
    private int opening;

    /**
     * Train a policy and solve one linear program, so that there is a basis to start from.
     *
     * @throws IOException if the case cannot be written to the temporary folder.
     */
    @Setup
    public void train() throws IOException
    {
        study = load();
        stochastic = StochasticModel.of(study);
        policy = Cobre.train(study, new TrainOptions().numWorkers(1)).policy();
        state = StageProblems.initialState(study, stochastic);
        final List<CutPool> pools = IntStream.range(0, policy.stageCount()).mapToObj(policy::pool).toList();
        final LpSource source = LpSource.of(LpSolvers.byId(LpSolvers.DEFAULT_ID));
        problems = new StageProblems(StageProblems.templates(study, stochastic), pools, state, source);
        instance = problems.stage(STAGE);
        noise = new double[stochastic.openings().dimension()];
        instance.begin(slot, state);
        solveNext();
        instance.keep(slot);
    }

    private Study load() throws IOException
    {
        final Path folder = Files.createTempDirectory("cobre-bench-");
        try
        {
            Examples.write(folder);
            return CaseLoader.load(
                folder.resolve("four-regions"),
                Map.of("training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": " + iterations + "}]"));
        }
        finally
        {
            IoUtil.delete(folder.toFile(), false);
        }
    }

    /**
     * Free the native solvers.
     */
    @TearDown
    public void close()
    {
        problems.close();
    }

    /**
     * The largest of all cuts of a stage at a state.
     *
     * @return cost of the future, $.
     */
    @Benchmark
    public double evaluateCuts()
    {
        return policy.evaluate(STAGE, state);
    }

    /**
     * Columns, rows and scaling of the linear programs of all stages, without cuts.
     *
     * @return the templates.
     */
    @Benchmark
    public List<StageLp> buildStages()
    {
        return StageProblems.templates(study, stochastic);
    }

    /**
     * Beginning of a unit of work: the solver is cleared, gets a basis and a state, and solves one opening.
     *
     * @return objective, k$.
     */
    @Benchmark
    public double solveFromBasis()
    {
        instance.begin(slot, state);
        return solveNext();
    }

    /**
     * A whole unit of work of the backward pass: the same, then all other openings, each from the optimum of the one
     * before.
     *
     * @return objective of the last opening, k$.
     */
    @Benchmark
    public double solveAllOpenings()
    {
        instance.begin(slot, state);
        final int count = stochastic.openings().openings(STAGE);
        double objective = 0.0;
        for (int i = 0; i < count; i++)
        {
            objective = solveNext();
        }
        return objective;
    }

    private double solveNext()
    {
        final OpeningTree openings = stochastic.openings();
        openings.opening(STAGE, opening, noise);
        instance.solve(noise, 0, 0, opening);
        opening = (opening + 1) % openings.openings(STAGE);
        return instance.objective();
    }
}
