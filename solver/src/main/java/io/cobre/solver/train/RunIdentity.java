package io.cobre.solver.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.study.PolicySource;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.binary.StudyCodec;

/**
 * What the bits of a training depend on, by name, for people who want to know why two trainings do not fit. Stopping
 * rules, number of workers and backend are not among it.
 *
 * @param facts by name, in the order in which they are worth telling.
 */
public record RunIdentity(Map<String, String> facts)
{
    /** Name of the fact that only a process with the LP library knows. */
    private static final String LIBRARY = "lp_library";
    /** Name of the fact that follows from the others and from all data. */
    private static final String FINGERPRINT = "case_fingerprint";

    /**
     * Identity of a training, without the LP library.
     *
     * @param study    the case.
     * @param lpSolver id of the LP solver.
     * @return its facts.
     */
    public static RunIdentity of(final Study study, final String lpSolver)
    {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cobre_version", CobreVersion.current());
        facts.put("platform", System.getProperty("os.name") + "-" + System.getProperty("os.arch"));
        facts.put("lp_solver", lpSolver);
        facts.put("forward_passes", "" + study.config().forwardPasses());
        facts.put("tree_seed", "" + study.config().treeSeed());
        final ScenarioSource source = study.scenarios().training();
        facts.put("scenario_seed", "" + source.seed());
        facts.put("scenario_schemes", source.inflow() + ", " + source.load() + ", " + source.ncs());
        facts.put("cut_selection", study.config().cutSelection().toString());
        facts.put("cut_formulation", study.config().cutsByOpening() ? "multi" : "single");
        facts.put("exports_states", "" + study.config().exportStates());
        facts.put("upper_bound_evaluation", "" + study.config().hasInnerBound());
        facts.put("boundary", boundary(study.config().policy()));
        facts.put("stages", "" + study.stageCount());
        facts.put("hydros", "" + study.hydros().size());
        facts.put("thermals", "" + study.thermals().size());
        facts.put("buses", "" + study.buses().size());
        facts.put("lines", "" + study.lines().size());
        facts.put(FINGERPRINT, StudyCodec.fingerprint(study));
        return new RunIdentity(facts);
    }

    /** A training that goes on has the boundary cuts of the checkpoint, whatever the settings say. */
    private static String boundary(final PolicySource policy)
    {
        return policy.hasBoundary() ? policy.boundaryPath() + ", stage " + policy.boundaryStage() : "none";
    }

    /**
     * The same identity with the LP library.
     *
     * @param sha256 hash of the library's file.
     * @return one more fact.
     */
    public RunIdentity withLibrary(final String sha256)
    {
        final Map<String, String> all = new LinkedHashMap<>(facts);
        all.put(LIBRARY, sha256);
        return new RunIdentity(all);
    }

    /**
     * Facts that both have with different values.
     *
     * @param other of another training.
     * @return by name, both values: of this one, then of the other; the fingerprint only if there is nothing else.
     */
    public Map<String, String[]> differences(final RunIdentity other)
    {
        final Map<String, String[]> different = new LinkedHashMap<>();
        facts.forEach((name, value) ->
        {
            final String others = other.facts.get(name);
            if (!Objects.equals(value, others) && (null != others || !LIBRARY.equals(name)))
            {
                different.put(name, new String[]{value, "" + others});
            }
        });
        if (different.size() > 1)
        {
            different.remove(FINGERPRINT);
        }
        return different;
    }
}
