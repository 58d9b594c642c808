package io.cobre.solver.stochastic;

/**
 * Openings of every stage: standard-normal noise vectors, generated once from the tree seed.
 */
public interface OpeningTree
{
    /**
     * Length of a noise vector.
     *
     * @return hydros, then stochastic load buses, then non-controllable sources.
     */
    int dimension();

    /**
     * Openings of a stage, all equally probable.
     *
     * @param stage index of the stage.
     * @return at least 1.
     */
    int openings(int stage);

    /**
     * Copy one opening.
     *
     * @param stage   index of the stage.
     * @param opening from 0.
     * @param noise   destination, {@link #dimension()} long.
     */
    void opening(int stage, int opening, double[] noise);
}
