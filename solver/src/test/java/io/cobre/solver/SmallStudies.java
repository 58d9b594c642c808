package io.cobre.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.cobre.solver.study.Bus;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.Line;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.SeasonCycle;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.Thermal;

/**
 * Studies made in memory.
 */
public final class SmallStudies
{
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private SmallStudies()
    {
    }

    /**
     * One reservoir of 200 hm3 that holds 100, a thermal of 100 MW at 50, load 80, two stages of 730 h, inflow 40 then
     * 10 without noise. Turbining at once what fits and keeping the rest for the dearer stage costs 23,635,000 / 9.
     */
    public static Study singleHydro(final int iterations)
    {
        final List<StageData> data = new ArrayList<>();
        for (final double inflow : new double[]{40.0, 10.0})
        {
            data.add(new StageData(
                new double[]{0.0}, new double[]{100.0}, new double[]{50.0},
                new double[0][], new double[0][], new double[0],
                new double[][]{{INFINITY}}, new double[][]{{1000.0}}, new double[]{0.01},
                new double[]{80.0}, new double[]{0.0}, new double[][]{{1.0}},
                new double[]{0.0}, new double[]{200.0}, new double[]{50.0}, new double[]{50.0}, new double[]{1.0},
                new double[]{0.0}, new double[]{INFINITY}, new double[]{0.01},
                new double[]{10000.0}, new double[]{10000.0},
                new double[]{inflow}, new double[]{0.0}));
        }
        return new Study(
            config(1, iterations),
            stages(2, 1, 730.0, 1.0),
            data,
            List.of(new Bus(0, "bus")),
            List.of(),
            List.of(new Thermal(0, "thermal", 0)),
            List.of(new Hydro(0, "hydro", 0, -1)),
            new double[]{100.0},
            "single-hydro");
    }

    /**
     * One stage with a plant that stores nothing under random inflow, and a thermal that makes up for it.
     */
    public static Study runOfRiver(final int iterations, final int openings)
    {
        final StageData data = new StageData(
            new double[]{0.0}, new double[]{60.0}, new double[]{50.0},
            new double[0][], new double[0][], new double[0],
            new double[][]{{INFINITY}}, new double[][]{{1000.0}}, new double[]{0.01},
            new double[]{80.0}, new double[]{0.0}, new double[][]{{1.0}},
            new double[]{0.0}, new double[]{0.0}, new double[]{50.0}, new double[]{50.0}, new double[]{1.0},
            new double[]{0.0}, new double[]{INFINITY}, new double[]{0.01},
            new double[]{10000.0}, new double[]{10000.0},
            new double[]{20.0}, new double[]{4.0});
        return new Study(
            config(1, iterations),
            stages(1, openings, 730.0, 1.0),
            List.of(data),
            List.of(new Bus(0, "bus")),
            List.of(),
            List.of(new Thermal(0, "thermal", 0)),
            List.of(new Hydro(0, "hydro", 0, -1)),
            new double[]{0.0},
            "run-of-river");
    }

    /**
     * Two reservoirs in cascade on two buses with a line, three thermals, two blocks, five stages, six openings.
     */
    public static Study cascade(final int passes, final int iterations)
    {
        final int stageCount = 5;
        final List<StageData> data = new ArrayList<>();
        for (int stage = 0; stage < stageCount; stage++)
        {
            final double wet = 1.0 - 0.15 * stage;
            data.add(new StageData(
                new double[]{5.0, 0.0, 0.0}, new double[]{40.0, 60.0, 80.0}, new double[]{20.0, 75.0, 180.0},
                new double[][]{{25.0, 30.0}}, new double[][]{{20.0, 20.0}}, new double[]{0.5},
                new double[][]{{10.0, INFINITY}, {INFINITY}}, new double[][]{{500.0, 1500.0}, {2000.0}},
                new double[]{0.02, 0.02},
                new double[]{110.0, 60.0}, new double[]{0.0, 0.0}, new double[][]{{1.1, 0.9}, {1.05, 0.97}},
                new double[]{10.0, 5.0}, new double[]{150.0, 90.0}, new double[]{70.0, 80.0},
                new double[]{65.0, 60.0}, new double[]{0.9, 0.7}, new double[]{5.0, 0.0},
                new double[]{INFINITY, 120.0}, new double[]{0.01, 0.01},
                new double[]{900.0, 900.0}, new double[]{800.0, 800.0},
                new double[]{45.0 * wet, 20.0 * wet}, new double[]{6.0, 2.0}));
        }
        return new Study(
            config(passes, iterations),
            stages(stageCount, 6, 365.0, 0.99),
            data,
            List.of(new Bus(0, "north"), new Bus(1, "south")),
            List.of(new Line(0, "line", 0, 1)),
            List.of(new Thermal(0, "base", 0), new Thermal(1, "mid", 0), new Thermal(2, "peak", 1)),
            List.of(new Hydro(0, "upper", 0, 1), new Hydro(1, "lower", 1, -1)),
            new double[]{80.0, 40.0},
            "cascade");
    }

    /**
     * The same study with cut selection.
     */
    public static Study with(final Study study, final CutSelection selection)
    {
        return study.withConfig(study.config().withCutSelection(selection));
    }

    /**
     * The same study with other cuts to begin with.
     */
    public static Study with(final Study study, final PolicySource policy)
    {
        final Config config = study.config();
        return study.withConfig(new Config(
            config.forwardPasses(), config.stoppingRules(), config.stopOnAll(), config.treeSeed(),
            config.simulationEnabled(), config.simulationScenarios(), config.cutSelection(), false, "", true, policy,
            false, config.checkpointing(), config.innerBoundFactor(), config.cutsByOpening()));
    }

    /**
     * The same study with a cut for each opening.
     */
    public static Study multi(final Study study)
    {
        return study.withConfig(study.config().withCutsByOpening(true));
    }

    /**
     * The same study with other stopping rules.
     */
    public static Study stopping(final Study study, final List<StoppingRule> rules, final boolean all)
    {
        final Config config = study.config();
        return study.withConfig(new Config(
            config.forwardPasses(), rules, all, config.treeSeed(), config.simulationEnabled(),
            config.simulationScenarios(), config.cutSelection(), false, "", true, config.policy(), false,
            config.checkpointing(), config.innerBoundFactor(), config.cutsByOpening()));
    }

    /**
     * The same study with a cyclic policy graph and another discount of all stages.
     */
    public static Study cyclic(final Study study, final int next, final double discount)
    {
        final List<Stage> stages = study.stages().stream()
            .map(stage -> new Stage(
                stage.id(), stage.index(), stage.startDate(), stage.endDate(), stage.blockHours(), stage.openings(),
                discount, stage.seasonId()))
            .toList();
        final ScenarioData none = ScenarioData.none();
        final ScenarioData scenarios = new ScenarioData(
            new Calendar(SeasonCycle.NONE, List.of(), List.of(), next), none.inflow(), none.availability(),
            none.externalInflow(), none.externalLoad(), none.externalNcs(), none.noiseOpenings(), none.correlation(),
            none.sampling(), none.training(), none.simulation(), none.estimation(), none.nonNegativity());
        return study.withStages(stages).withScenarios(scenarios);
    }

    /**
     * The same study with an upper bound by inner approximation, under another risk measure.
     */
    public static Study innerBound(final Study study, final Risk risk)
    {
        final Config config = study.config();
        return study.withStages(study.stages().stream().map((stage) -> stage.withRisk(risk)).toList()).withConfig(
            new Config(
                config.forwardPasses(), config.stoppingRules(), config.stopOnAll(), config.treeSeed(),
                config.simulationEnabled(), config.simulationScenarios(), config.cutSelection(), false, "", true,
                config.policy(), false, config.checkpointing(), 1.0, config.cutsByOpening()));
    }

    private static Config config(final int passes, final int iterations)
    {
        return new Config(passes, List.of(new StoppingRule.IterationLimit(iterations)), false, 42, false, 0);
    }

    private static List<Stage> stages(
        final int count, final int openings, final double blockHours, final double discount)
    {
        final List<Stage> stages = new ArrayList<>();
        for (int stage = 0; stage < count; stage++)
        {
            final LocalDate start = LocalDate.of(2024, 1, 1).plusMonths(stage);
            final double[] hours = 730.0 == blockHours ? new double[]{730.0} : new double[]{blockHours, blockHours};
            stages.add(new Stage(stage, stage, start, start.plusMonths(1), hours, openings, discount, -1));
        }
        return stages;
    }
}
