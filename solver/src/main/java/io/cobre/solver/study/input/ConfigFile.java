package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Checkpointing;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.Estimation;
import io.cobre.solver.study.InflowNonNegativity;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.StoppingRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Contents of config.json.
 *
 * @param config        settings of the algorithm.
 * @param training      source of the trial paths.
 * @param simulation    source of the simulated paths.
 * @param estimation    settings of inflow models from history.
 * @param nonNegativity treatment of negative inflows.
 */
record ConfigFile(
    Config config,
    ScenarioSource training,
    ScenarioSource simulation,
    Estimation estimation,
    InflowNonNegativity nonNegativity)
{
    static final String NAME = "config.json";

    private static final int DEFAULT_ITERATIONS = 100;

    private record Training(
        boolean enabled,
        int forwardPasses,
        List<StoppingRule> rules,
        boolean stopOnAll,
        long treeSeed,
        CutSelection cutSelection,
        ScenarioSource source,
        boolean cutsByOpening)
    {
    }

    private record Simulation(boolean enabled, int scenarios, ScenarioSource source)
    {
    }

    private record Exports(boolean states, boolean stochastic)
    {
    }

    private record PolicyKeys(PolicySource source, Checkpointing checkpointing)
    {
    }

    static ConfigFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        final Training training = file.requiredObject("training", ConfigFile::training);
        final Simulation simulation = file.defaultedObject("simulation", ConfigFile::simulation);
        final InflowNonNegativity nonNegativity = file.defaultedObject("modeling", ConfigFile::modeling);
        final PolicyKeys policy = file.defaultedObject("policy", ConfigFile::policy);
        final Exports exports = file.defaultedObject("exports", ConfigFile::exports);
        return new ConfigFile(
            new Config(
                training.forwardPasses,
                training.rules,
                training.stopOnAll,
                training.treeSeed,
                simulation.enabled,
                simulation.scenarios,
                training.cutSelection,
                exports.stochastic,
                file.defaultedObject(
                    "execution", (object) -> object.word("start_method", "spawn", "thread", "fork").orElse("")),
                training.enabled,
                policy.source,
                exports.states,
                policy.checkpointing,
                file.defaultedObject("upper_bound_evaluation", ConfigFile::upperBound),
                training.cutsByOpening),
            training.source,
            simulation.source == null ? training.source : simulation.source,
            file.defaultedObject("estimation", ConfigFile::estimation),
            nonNegativity);
    }

    private static Training training(final JsonObject object)
    {
        object.defaultedObject("forward_pass", (pass) ->
        {
            pass.word("type", "default").ignored();
            return null;
        });
        object.defaultedObject("solver", (solver) ->
        {
            solver.integer("retry_max_attempts", Range.NOT_NEGATIVE).noEffect();
            solver.number("retry_time_budget_seconds", Range.NOT_NEGATIVE).noEffect();
            return null;
        });
        return new Training(
            object.flag("enabled").orElse(true),
            object.integer("forward_passes", Range.atLeast(1)).required(),
            rules(object),
            stopOnAll(object),
            treeSeed(object),
            object.defaultedObject("cut_selection", ConfigFile::cutSelection),
            object.defaultedObject("scenario_source", ScenarioSourceReader::read),
            object.word("cut_formulation", "single", "single_cut", "multi", "multi_cut")
                .orElse("single").startsWith("multi"));
    }

    private static long treeSeed(final JsonObject object)
    {
        final long seed = object.longInteger("tree_seed").orElse(42L);
        return seed == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(seed);
    }

    private static boolean stopOnAll(final JsonObject object)
    {
        final String mode = object.text("stopping_mode").orElse("any").toLowerCase(Locale.ROOT);
        if (!"any".equals(mode) && !"all".equals(mode))
        {
            object.error(
                SolverErrorKind.INVALID_ENUM, "stopping_mode", "= '" + mode + "' is none of any, all", "use \"any\"");
        }
        return "all".equals(mode);
    }

    private static List<StoppingRule> rules(final JsonObject object)
    {
        final Map<String, Function<JsonObject, StoppingRule>> readers = new LinkedHashMap<>();
        readers.put("iteration_limit", (rule) -> new StoppingRule.IterationLimit(
            rule.integer("limit", Range.atLeast(1)).required()));
        readers.put("time_limit", (rule) -> new StoppingRule.TimeLimit(
            rule.number("seconds", Range.POSITIVE).required()));
        readers.put("bound_stalling", (rule) -> new StoppingRule.BoundStalling(
            rule.integer("iterations", Range.atLeast(1)).required(),
            rule.number("tolerance", Range.POSITIVE).required()));
        readers.put("simulation", ConfigFile::simulationRule);
        final List<StoppingRule> rules = object.requiredList(
            "stopping_rules", ItemLabel.POSITION, (rule) -> rule.variant("type", readers));
        return rules.isEmpty() ?
            List.of(new StoppingRule.IterationLimit(DEFAULT_ITERATIONS)) :
            rules.stream().filter(Objects::nonNull).toList();
    }

    private static StoppingRule simulationRule(final JsonObject rule)
    {
        return new StoppingRule.Simulation(
            rule.integer("replications", Range.atLeast(1)).required(),
            rule.integer("period", Range.atLeast(1)).required(),
            rule.integer("bound_window", Range.atLeast(1)).required(),
            rule.number("distance_tol", Range.POSITIVE).required(),
            rule.number("bound_tol", Range.POSITIVE).required());
    }

    private static CutSelection cutSelection(final JsonObject object)
    {
        final boolean enabled = object.flag("enabled").orElse(false);
        final String method = object.word("method", "level1", "lml1", "domination").orElse("none");
        final int threshold = object.integer("threshold", Range.NOT_NEGATIVE).orElse(0);
        final CutSelection selection = new CutSelection(
            enabled ? CutSelection.Method.valueOf(method.toUpperCase(Locale.ROOT)) : CutSelection.Method.NONE,
            object.integer("check_frequency", Range.atLeast(1)).orElse(CutSelection.NONE.checkFrequency()),
            object.integer("memory_window", Range.NOT_NEGATIVE).orElse(threshold),
            threshold,
            object.number("domination_epsilon", Range.NOT_NEGATIVE).orElse(0.0),
            object.number("cut_activity_tolerance", Range.NOT_NEGATIVE).orElse(0.0),
            object.integer("max_active_per_stage", Range.atLeast(1)).orElse(0));
        object.integer("basis_activity_window", Range.between(1, 31)).noEffect();
        if (enabled)
        {
            idle(object, "memory_window", method, "lml1");
            idle(object, "domination_epsilon", method, "domination");
            idle(object, "threshold", method, "level1", "lml1");
        }
        if (enabled && "none".equals(method))
        {
            object.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                "method",
                "is missing: cut selection is enabled",
                "add \"method\": level1, lml1 or domination");
        }
        return selection;
    }

    private static void idle(
        final JsonObject object, final String key, final String method, final String... methods)
    {
        if (object.given(key) && !List.of(methods).contains(method))
        {
            object.problems().noEffect(object.place(key), object.raw(key));
        }
    }

    private static Simulation simulation(final JsonObject object)
    {
        object.integer("io_channel_capacity").noEffect();
        object.text("policy_type").noEffect();
        object.text("output_path").noEffect();
        object.text("output_mode").noEffect();
        final boolean isEnabled = object.flag("enabled").orElse(false);
        return new Simulation(
            isEnabled,
            object.integer("num_scenarios", Range.atLeast(isEnabled ? 1 : 0)).orElse(2000),
            object.optionalObject("scenario_source", ScenarioSourceReader::read));
    }

    private static InflowNonNegativity modeling(final JsonObject object)
    {
        return object.defaultedObject("inflow_non_negativity", (inflow) ->
        {
            inflow.number("penalty_cost").noEffect();
            return InflowNonNegativity.valueOf(
                inflow.word("method", "none", "penalty", "truncation", "truncation_with_penalty")
                    .orElse("penalty")
                    .toUpperCase(Locale.ROOT));
        });
    }

    private static PolicyKeys policy(final JsonObject object)
    {
        final PolicySource none = PolicySource.FRESH;
        final String mode = object.word("mode", "fresh", "warm_start", "resume").orElse("fresh");
        if (!object.flag("validate_compatibility").orElse(true))
        {
            object.problems().noEffect(object.place("validate_compatibility"), false);
        }
        final PolicySource boundary = object.optionalObject("boundary", (value) -> new PolicySource(
            none.mode(),
            none.path(),
            value.text("path").required(),
            value.integer("source_stage", Range.NOT_NEGATIVE).required()));
        return new PolicyKeys(
            new PolicySource(
                "warm_start".equals(mode) ? PolicySource.Mode.WARM_START : PolicySource.Mode.FRESH,
                object.text("path").orElse(none.path()),
                boundary == null ? none.boundaryPath() : boundary.boundaryPath(),
                boundary == null ? none.boundaryStage() : boundary.boundaryStage()),
            object.defaultedObject("checkpointing", (saving) -> checkpointing(saving, "resume".equals(mode))));
    }

    private static Checkpointing checkpointing(final JsonObject object, final boolean resume)
    {
        object.flag("store_basis").noEffect();
        object.flag("compress").noEffect();
        return new Checkpointing(
            object.flag("enabled").orElse(false),
            object.integer("initial_iteration", Range.atLeast(1)).orElse(1),
            object.integer("interval_iterations", Range.atLeast(1)).orElse(0),
            object.number("interval_minutes", Range.POSITIVE).orElse(0.0),
            resume);
    }

    /** The bound is evaluated once, after the last iteration. */
    private static double upperBound(final JsonObject object)
    {
        final boolean enabled = object.flag("enabled").orElse(false);
        object.integer("initial_iteration").noEffect();
        object.integer("interval_iterations").noEffect();
        final double factor = object.defaultedObject("lipschitz", (lipschitz) ->
        {
            lipschitz.word("mode", "auto").ignored();
            lipschitz.number("fallback_value").noEffect();
            return lipschitz.number("scale_factor", Range.POSITIVE).orElse(1.0);
        });
        return enabled ? factor : Double.NaN;
    }

    private static Exports exports(final JsonObject object)
    {
        final Exports exports =
            new Exports(object.flag("states").orElse(false), object.flag("stochastic").orElse(false));
        for (final String legacy : List.of(
            "training", "cuts", "vertices", "simulation", "forward_detail", "backward_detail", "compression"))
        {
            object.any(legacy).noEffect();
        }
        return exports;
    }

    private static Estimation estimation(final JsonObject object)
    {
        final Estimation defaults = Estimation.defaults();
        if ("fixed".equals(object.raw("order_selection")))
        {
            object.problems().warning(
                SolverErrorKind.INCOMPATIBLE_SETTINGS, object.place("order_selection"), "fixed",
                "= 'fixed' counts as pacf: orders are selected up to max_order", "use \"pacf\"");
        }
        return new Estimation(
            object.integer("max_order", Range.NOT_NEGATIVE).orElse(defaults.maxOrder()),
            "pacf_annual".equals(object.word("order_selection", "pacf", "pacf_annual", "fixed").orElse("pacf")),
            object.integer("min_observations_per_season", Range.NOT_NEGATIVE).orElse(defaults.minObservations()),
            object.number("max_coefficient_magnitude", Range.POSITIVE).orElse(defaults.maxCoefficientMagnitude()));
    }
}
