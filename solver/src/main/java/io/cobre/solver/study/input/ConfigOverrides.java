package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Checkpointing;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.StoppingRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Overrides of config.json for a study that is in memory already: its settings are written down as the file would have
 * them, changed, and read again. Keys that went into the data of the study when it was made come too late.
 */
final class ConfigOverrides
{
    private static final String RULES = "training.stopping_rules";
    private static final String SCENARIOS = "simulation.num_scenarios";
    private static final String TRAINS = "training.enabled";
    private static final String STATES = "exports.states";
    private static final String UPPER_BOUND = "upper_bound_evaluation";
    private static final String POLICY = "policy";
    private static final String CUT_SELECTION = "training.cut_selection";
    private static final String CUT_FORMULATION = "training.cut_formulation";

    private final Config config;
    private final Map<String, String> overrides;
    private final Problems problems;

    ConfigOverrides(final Config config, final Map<String, String> overrides, final Problems problems)
    {
        this.config = config;
        this.overrides = overrides;
        this.problems = problems;
    }

    /**
     * The settings with the overrides.
     *
     * @return good for nothing if there are errors.
     */
    Config apply()
    {
        final Map<String, Object> tree = tree();
        Overrides.apply(tree, overrides, problems);
        final Config read = JsonObject.read(problems, Place.file(ConfigFile.NAME), tree, ConfigFile::read).config();
        if (problems.errors().isEmpty())
        {
            overrides.keySet().forEach(this::checkKnown);
        }
        return new Config(
            read.forwardPasses(),
            isTouched(RULES) ? read.stoppingRules() : config.stoppingRules(),
            read.stopOnAll(),
            read.treeSeed(),
            read.simulationEnabled(),
            isTouched(SCENARIOS) ? read.simulationScenarios() : config.simulationScenarios(),
            isTouched(CUT_SELECTION) ? read.cutSelection() : config.cutSelection(),
            read.exportStochastic(),
            read.startMethod(),
            isTouched(TRAINS) ? read.trainingEnabled() : config.trainingEnabled(),
            read.policy(),
            isTouched(STATES) ? read.exportStates() : config.exportStates(),
            read.checkpointing(),
            isTouched(UPPER_BOUND) ? read.innerBoundFactor() : config.innerBoundFactor(),
            read.cutsByOpening());
    }

    private boolean isTouched(final String key)
    {
        return overrides.keySet().stream().anyMatch((path) -> isBelow(path, key));
    }

    private static boolean isBelow(final String path, final String key)
    {
        return (path + ".").startsWith(key + ".") || (key + ".").startsWith(path + ".");
    }

    private void checkKnown(final String path)
    {
        final Set<String> keys = Set.of(
            "training.forward_passes", RULES, "training.stopping_mode", "training.tree_seed", CUT_SELECTION,
            "simulation.enabled", SCENARIOS, "exports.stochastic", "execution.start_method", TRAINS, POLICY, STATES,
            UPPER_BOUND, CUT_FORMULATION);
        if (keys.stream().noneMatch((key) -> (path + ".").startsWith(key + ".")))
        {
            problems.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                Place.file(ConfigFile.NAME).field(path),
                overrides.get(path),
                "cannot be overridden in a study that has been read already",
                "override it where the study is read: CaseLoader.load(folder, overrides)");
        }
    }

    private Map<String, Object> tree()
    {
        final Map<String, Object> training = new LinkedHashMap<>();
        training.put("forward_passes", (long) config.forwardPasses());
        training.put("stopping_rules", rules());
        training.put("stopping_mode", config.stopOnAll() ? "all" : "any");
        training.put("tree_seed", config.treeSeed());
        training.put("cut_selection", cutSelection());
        training.put("cut_formulation", config.cutsByOpening() ? "multi" : "single");
        final Map<String, Object> simulation = new LinkedHashMap<>();
        simulation.put("enabled", config.simulationEnabled());
        simulation.put("num_scenarios", (long) Math.max(1, config.simulationScenarios()));
        final Map<String, Object> execution = new LinkedHashMap<>();
        if (!config.startMethod().isEmpty())
        {
            execution.put("start_method", config.startMethod());
        }
        final Map<String, Object> exports = new LinkedHashMap<>();
        exports.put("stochastic", config.exportStochastic());
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("training", training);
        tree.put("simulation", simulation);
        tree.put("execution", execution);
        tree.put("exports", exports);
        tree.put(POLICY, policy());
        return tree;
    }

    private Map<String, Object> policy()
    {
        final PolicySource source = config.policy();
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("mode", config.checkpointing().resume() ? "resume" : source.mode().name().toLowerCase(Locale.ROOT));
        map.put("path", source.path());
        if (source.hasBoundary())
        {
            map.put("boundary", new LinkedHashMap<>(
                Map.of("path", source.boundaryPath(), "source_stage", (long) source.boundaryStage())));
        }
        map.put("checkpointing", checkpointing());
        return map;
    }

    private Map<String, Object> checkpointing()
    {
        final Checkpointing settings = config.checkpointing();
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("enabled", settings.enabled());
        map.put("initial_iteration", (long) settings.initialIteration());
        if (settings.intervalIterations() > 0)
        {
            map.put("interval_iterations", (long) settings.intervalIterations());
        }
        if (settings.intervalMinutes() > 0.0)
        {
            map.put("interval_minutes", settings.intervalMinutes());
        }
        return map;
    }

    /** One rule stands for those that nobody wants to change. */
    private List<Object> rules()
    {
        final List<Object> rules = new ArrayList<>();
        if (!isTouched(RULES))
        {
            rules.add(new LinkedHashMap<>(Map.of("type", "iteration_limit", "limit", 1L)));
            return rules;
        }
        for (final StoppingRule rule : config.stoppingRules())
        {
            final Map<String, Object> map = new LinkedHashMap<>();
            if (rule instanceof StoppingRule.IterationLimit limit)
            {
                map.put("type", "iteration_limit");
                map.put("limit", (long) limit.limit());
            }
            else if (rule instanceof StoppingRule.TimeLimit limit)
            {
                map.put("type", "time_limit");
                map.put("seconds", limit.seconds());
            }
            else if (rule instanceof StoppingRule.BoundStalling stalling)
            {
                map.put("type", "bound_stalling");
                map.put("iterations", (long) stalling.iterations());
                map.put("tolerance", stalling.tolerance());
            }
            else if (rule instanceof StoppingRule.Simulation simulation)
            {
                map.put("type", "simulation");
                map.put("replications", (long) simulation.replications());
                map.put("period", (long) simulation.period());
                map.put("bound_window", (long) simulation.boundWindow());
                map.put("distance_tol", simulation.distance());
                map.put("bound_tol", simulation.boundTolerance());
            }
            rules.add(map);
        }
        return rules;
    }

    private Map<String, Object> cutSelection()
    {
        final CutSelection selection = config.cutSelection();
        final Map<String, Object> map = new LinkedHashMap<>();
        if (selection.method() != CutSelection.Method.NONE)
        {
            map.put("enabled", true);
            map.put("method", selection.method().name().toLowerCase(Locale.ROOT));
        }
        map.put("check_frequency", (long) selection.checkFrequency());
        map.put("memory_window", (long) selection.memoryWindow());
        map.put("threshold", (long) selection.threshold());
        map.put("domination_epsilon", selection.dominationEpsilon());
        map.put("cut_activity_tolerance", selection.activityTolerance());
        if (selection.maxActive() > 0)
        {
            map.put("max_active_per_stage", (long) selection.maxActive());
        }
        return map;
    }
}
