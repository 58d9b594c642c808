package io.cobre.solver.lp;

import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * The LP of one stage without cuts: scaled model, layout, and what is needed to put a state and a noise into it.
 * Immutable and shared. Objective values are in k$.
 */
public final class StageLp
{
    /** Objective coefficients are divided by this: the LP counts in k$. */
    public static final double COST_SCALE = 1000.0;

    private final Study study;
    private final Stage stage;
    private final StochasticModel stochastic;
    private final StageLayout layout;
    private final Scaling scaling;
    private final LpModel model;
    private final double floor;

    /**
     * Build the LP of a stage.
     *
     * @param study      the case.
     * @param stage      index of the stage.
     * @param stochastic random part of the case.
     * @param endFloor   least cost after the last stage, $; not positive.
     */
    StageLp(final Study study, final int stage, final StochasticModel stochastic, final double endFloor)
    {
        this.study = study;
        this.stage = study.stages().get(stage);
        this.stochastic = stochastic;
        this.layout = new StageLayout(
            study, this.stage, stochastic.lags().slots(), FutureParts.of(study, stage, stochastic.openings()));
        this.floor = FutureCostFloor.of(study, stage, endFloor);
        final LpModel unscaled = StageLpBuilder.build(study, this.stage, stochastic.inflow(), layout, floor);
        this.scaling = Scaling.of(unscaled).withUnit(layout.futureCostColumns(), layout.futureCostRows(), 1.0);
        this.model = scaling.apply(unscaled);
    }

    private StageLp(final StageLp other, final double futureCostScale)
    {
        this.study = other.study;
        this.stage = other.stage;
        this.stochastic = other.stochastic;
        this.layout = other.layout;
        this.floor = other.floor;
        final int[] columns = layout.futureCostColumns();
        this.scaling = other.scaling.withUnit(columns, layout.futureCostRows(), futureCostScale);
        this.model = other.model.withUnit(columns, futureCostScale);
    }

    /**
     * The same LP with another unit of future cost; this one counts it in k$. The rows of the cuts are given in the
     * unit: where costs are large, an absolute tolerance in k$ would be finer than the numbers themselves.
     *
     * @param scale k$ per unit, a power of two.
     * @return a copy.
     */
    StageLp withFutureCostScale(final double scale)
    {
        return new StageLp(this, scale);
    }

    /**
     * The stage.
     *
     * @return as in the study.
     */
    public Stage stage()
    {
        return stage;
    }

    /**
     * Parameters of the stage.
     *
     * @return as in the study.
     */
    public StageData data()
    {
        return study.data().get(stage.index());
    }

    /**
     * Places of variables and constraints.
     *
     * @return the layout.
     */
    public StageLayout layout()
    {
        return layout;
    }

    /**
     * What a variable costs.
     *
     * @param column of the layout.
     * @return $ per unit, undiscounted.
     */
    double unitCost(final int column)
    {
        return model.cost()[column] / scaling.column()[column] * COST_SCALE;
    }

    /**
     * What the future cost column takes for the least cost of everything after the stage.
     *
     * @return $, discounted to the stage after it; not positive.
     */
    public double futureCostFloor()
    {
        return floor;
    }

    /**
     * Least storage that a stage may leave: the minimum, or nothing where falling below it is paid for.
     */
    static double leastStorage(final StageLayout layout, final StageData data, final int hydro)
    {
        return StageLayout.NONE == layout.column(ColumnGroup.STORAGE_BELOW, hydro) ? data.minStorage()[hydro] : 0.0;
    }

    /**
     * The case.
     *
     * @return with all stages.
     */
    public Study study()
    {
        return study;
    }

    StochasticModel stochastic()
    {
        return stochastic;
    }

    Scaling scaling()
    {
        return scaling;
    }

    LpModel model()
    {
        return model;
    }
}
