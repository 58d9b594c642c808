package io.cobre.solver.study.input;

/**
 * What an upper bound by inner approximation is not built for.
 */
final class UpperBoundChecks extends Checker
{
    UpperBoundChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        if (!files.config().config().hasInnerBound())
        {
            return;
        }
        final InflowTables models = files.scenarios().models();
        if (!models.coefficients().isEmpty() || !models.annual().isEmpty() || !models.history().isEmpty())
        {
            refuse("autoregressive inflows");
        }
        if (files.stages().cyclic() || files.config().config().policy().hasBoundary())
        {
            refuse("costs after the last stage");
        }
    }

    private void refuse(final String feature)
    {
        problems.notBuilt(
            Place.file(ConfigFile.NAME).field("upper_bound_evaluation.enabled"),
            true,
            "an upper bound by inner approximation with " + feature);
    }
}
