package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cobre.engine.CobreException;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.policy.StartingCuts;
import io.cobre.solver.study.Contract;
import io.cobre.solver.study.ContractDetail;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

class StartingCutsTest
{
    private static final int DIMENSION = 2;

    @TempDir
    private Path output;

    private static Study warm(final Study study)
    {
        return SmallStudies.with(study, new PolicySource(PolicySource.Mode.WARM_START, "policy", "", 0));
    }

    private static Study ending(final Study study, final int stages, final String boundary, final int sourceStage)
    {
        final Study head = new Study(
            study.config(), study.stages().subList(0, stages), study.data().subList(0, stages), study.buses(),
            study.lines(), study.thermals(), study.hydros(), study.sources(), study.contracts(), study.pumps(),
            study.initialStorage(), study.scenarios(), "head");
        return SmallStudies.with(
            head, new PolicySource(PolicySource.Mode.FRESH, "policy", boundary, sourceStage));
    }

    private TrainingResult trained(final Study study, final String folder)
    {
        final TrainingResult result = Trainings.alone(study);
        result.policy().save(output.resolve(folder));
        return result;
    }

    private static void shouldGiveTheSameBits(
        final Study study, final List<CutPool> cuts, final TrainingResult alone) throws Exception
    {
        for (int size = 2; size <= 3; size++)
        {
            for (final TrainingResult result : Trainings.together(study, size, context -> context.startingCuts(cuts)))
            {
                assertEquals(alone.policyDigest(), result.policyDigest());
                assertEquals(alone.boundsDigest(), result.boundsDigest());
            }
        }
    }

    @Test
    void shouldGoOnFromTheCutsOfAPolicy() throws Exception
    {
        final TrainingResult first = trained(SmallStudies.cascade(4, 10), "policy");
        final Study study = warm(SmallStudies.cascade(4, 2));

        final List<CutPool> cuts = StartingCuts.read(study, DIMENSION, output);
        final TrainingResult second = Trainings.alone(study, context -> context.startingCuts(cuts));

        assertTrue(second.iterations().get(0).lowerBound() >= first.lowerBound() * (1.0 - 1e-9));
        assertEquals(first.totalCuts() + 2 * 4 * 4, second.totalCuts());
        for (int stage = 0; stage < 4; stage++)
        {
            final CutPool before = first.policy().pool(stage);
            final CutPool after = second.policy().pool(stage);
            assertEquals(before.populated(), after.warmStart());
            assertEquals(before.intercept(7), after.intercept(7));
            assertEquals(before.coefficient(7, 1), after.coefficient(7, 1));
            assertEquals(0, after.iteration(7));
        }
        assertEquals(40, cuts.get(0).populated());
        shouldGiveTheSameBits(study, cuts, second);
    }

    @Test
    void shouldBoundTheCostAfterTheLastStage() throws Exception
    {
        final TrainingResult whole = trained(SmallStudies.cascade(4, 80), "long-term");
        final Study study = ending(SmallStudies.cascade(4, 40), 3, "long-term", 2);

        final List<CutPool> cuts = StartingCuts.read(study, DIMENSION, output);
        final TrainingResult head = Trainings.alone(study, context -> context.startingCuts(cuts));

        assertEquals(whole.lowerBound(), head.lowerBound(), 1e-3 * whole.lowerBound());
        assertTrue(Trainings.alone(study).lowerBound() < 0.8 * whole.lowerBound());
        assertEquals(0.0, head.gap(), 0.1);
        shouldGiveTheSameBits(study, cuts, head);
    }

    /** An export contract that pays more than all plants cost, so that every future cost is below zero. */
    private static Study exporting(final int iterations)
    {
        final Study study = SmallStudies.cascade(4, iterations);
        final ContractDetail contract =
            new ContractDetail(new double[]{0.0}, new double[]{50.0}, new double[]{-1000.0});
        final List<StageData> data = study.data().stream().map(p -> new StageData(
            p.thermalMin(), p.thermalMax(), p.thermalCost(), p.lineDirect(), p.lineReverse(), p.lineCost(),
            p.deficitDepth(), p.deficitCost(), p.excessCost(), p.loadMean(), p.loadStd(), p.loadFactor(),
            p.minStorage(), p.maxStorage(), p.maxTurbined(), p.maxGeneration(), p.productivity(), p.minOutflow(),
            p.maxOutflow(), p.spillageCost(), p.outflowBelowCost(), p.outflowAboveCost(), p.inflowMean(),
            p.inflowStd(), p.hydro(), p.sources(), p.generic(), p.reservoirs(), contract, p.pumping())).toList();
        return new Study(
            study.config(), study.stages(), data, study.buses(), study.lines(), study.thermals(), study.hydros(),
            study.sources(), List.of(new Contract(0, "export", 0, true)), study.pumps(), study.initialStorage(),
            study.scenarios(), "exporting");
    }

    @Test
    void shouldLetTheTimeAfterTheLastStageEarnMoney() throws Exception
    {
        final TrainingResult whole = trained(exporting(80), "long-term");
        final Study study = ending(exporting(40), 3, "long-term", 2);

        final List<CutPool> cuts = StartingCuts.read(study, DIMENSION, output);
        final TrainingResult head = Trainings.alone(study, context -> context.startingCuts(cuts));

        assertEquals(whole.lowerBound(), head.lowerBound(), 1e-3 * Math.abs(whole.lowerBound()));
        assertEquals(0.0, head.gap(), 0.1);
        final double[] full = {150.0, 90.0};
        assertTrue(head.policy().evaluate(2, full) < 0.0);
        assertEquals(whole.policy().evaluate(2, full), head.policy().evaluate(2, full));
        head.policy().save(output.resolve("head"));
        final Policy loaded = Policy.load(output.resolve("head"));
        assertEquals(head.policy().pool(2).endFloor(), loaded.pool(2).endFloor());
        assertEquals(head.policy().evaluate(2, full), loaded.evaluate(2, full));
        assertEquals(whole.policy().info().floors().subList(0, 3), loaded.info().floors());
        shouldGiveTheSameBits(study, cuts, head);
    }

    @Test
    void shouldRefuseAPolicyThatDoesNotFit()
    {
        trained(SmallStudies.singleHydro(1), "small");
        trained(SmallStudies.cascade(1, 1), "cascade");
        final Study cascade = SmallStudies.cascade(1, 1);

        refuses("1 state variables", ending(cascade, 5, "small", 0));
        refuses("no stage 9", ending(cascade, 5, "cascade", 9));
        final Study warm = SmallStudies.with(
            ending(cascade, 3, "", 0), new PolicySource(PolicySource.Mode.WARM_START, "cascade", "", 0));
        refuses("5 stages, the case 3", warm);
        assertEquals(
            SolverErrorKind.OUTPUT_NOT_FOUND,
            assertThrows(CobreException.class, () -> StartingCuts.read(warm(cascade), DIMENSION, output)).kind());
    }

    private void refuses(final String words, final Study study)
    {
        final CobreException error = assertThrows(
            CobreException.class, () -> StartingCuts.read(study, DIMENSION, output));
        assertEquals(SolverErrorKind.INCOMPATIBLE_RUNS, error.kind());
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    @Test
    void shouldLeaveCutsBehindThatSelectionHasRemoved()
    {
        final TrainingResult result = Trainings.alone(SmallStudies.cascade(1, 3));
        result.policy().pool(1).remove(0);
        new Policy(result.policy().info(), List.of(
            result.policy().pool(0), result.policy().pool(1), result.policy().pool(2), result.policy().pool(3),
            result.policy().pool(4))).save(output.resolve("policy"));

        final List<CutPool> cuts = StartingCuts.read(warm(SmallStudies.cascade(1, 1)), DIMENSION, output);

        assertEquals(3, cuts.get(0).populated());
        assertEquals(2, cuts.get(1).populated());
        assertEquals(result.policy().pool(1).intercept(1), cuts.get(1).intercept(0));
    }
}
