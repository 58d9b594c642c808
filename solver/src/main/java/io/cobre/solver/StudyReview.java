package io.cobre.solver;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.lp.CoefficientRanges;
import io.cobre.solver.stochastic.StochasticPlan;
import io.cobre.solver.stochastic.fit.InflowFit;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.ValidationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What shows only once the models of a study are made: a history that does not suffice, numbers of very different size.
 */
final class StudyReview
{
    private static final String HISTORY = "scenarios/inflow_history.parquet";

    private final List<ValidationRecord> errors;
    private final List<ValidationRecord> warnings;

    private StudyReview(final ValidationResult result)
    {
        errors = new ArrayList<>(result.errors());
        warnings = new ArrayList<>(result.warnings());
    }

    static ValidationResult of(final ValidationResult result)
    {
        if (!result.valid())
        {
            return result;
        }
        final StudyReview review = new StudyReview(result);
        review.models(result.study());
        return new ValidationResult(
            review.errors, review.warnings, review.errors.isEmpty() ? result.study() : null);
    }

    private void models(final Study study)
    {
        try
        {
            final StochasticPlan plan = StochasticPlan.of(study);
            plan.readScenarios();
            plan.openingBytes();
            ranges(CoefficientRanges.of(study, plan));
            observations(study);
            openings(study, plan.openingCounts());
        }
        catch (final ValidationException ex)
        {
            errors.addAll(ex.errors());
        }
    }

    /** Scenarios and windows of the history bound the number of openings that are drawn. */
    private void openings(final Study study, final int[] counts)
    {
        for (final Stage stage : study.stages())
        {
            if (counts[stage.index()] < stage.openings() && study.scenarios().noiseOpenings() == null)
            {
                final Map<String, Object> context = new LinkedHashMap<>();
                context.put("file", "stages.json");
                context.put("entity", "stage " + stage.id());
                context.put("field", "num_scenarios");
                context.put("value", stage.openings());
                warnings.add(new ValidationRecord(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    "stages.json: stage " + stage.id() + ": num_scenarios = " + stage.openings() + ", but only " +
                        counts[stage.index()] + " openings are drawn: there are no more external scenarios or " +
                        "windows of the history",
                    context,
                    "write " + counts[stage.index()] + ", or give more"));
            }
        }
    }

    /** One warning for each kind of number, for the stage with the widest range. */
    private void ranges(final List<CoefficientRanges> stages)
    {
        for (final String name : stages.get(0).byName().keySet())
        {
            CoefficientRanges worst = stages.get(0);
            for (final CoefficientRanges stage : stages)
            {
                worst = stage.byName().get(name).ratio() > worst.byName().get(name).ratio() ? stage : worst;
            }
            final CoefficientRanges.Range range = worst.byName().get(name);
            if (range.ratio() > CoefficientRanges.EXTREME_RATIO)
            {
                final Map<String, Object> context = new LinkedHashMap<>();
                context.put("entity", "stage " + worst.stageId());
                context.put("field", name);
                context.put("value", range.ratio());
                warnings.add(new ValidationRecord(
                    SolverErrorKind.OUT_OF_RANGE,
                    "stage " + worst.stageId() + ": " + name + " has numbers from " + range.least() + " to " +
                        range.greatest() + ", further apart than an LP solver can tell",
                    context,
                    "look for a wrong unit, or for a tiny number that stands for zero"));
            }
        }
    }

    private void observations(final Study study)
    {
        InflowFit.scarce(study.scenarios(), study.stages(), study.hydros().size()).forEach((scarce) ->
        {
            final int hydroId = study.hydros().get(scarce.hydro()).id();
            final Map<String, Object> context = new LinkedHashMap<>();
            context.put("file", HISTORY);
            context.put("entity", "hydro " + hydroId);
            context.put("field", "date");
            context.put("value", scarce.years());
            warnings.add(new ValidationRecord(
                SolverErrorKind.COVERAGE_MISMATCH,
                HISTORY + ": hydro " + hydroId + " has " + scarce.years() + " years of season " + scarce.season() +
                    ", fewer than estimation.min_observations_per_season = " +
                    study.scenarios().estimation().minObservations(),
                context,
                "give a longer history, or trust the estimates less"));
        });
    }
}
