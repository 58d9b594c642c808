package io.cobre.solver.study;

/**
 * Energy contracts of one stage, by contract.
 *
 * @param min   MW.
 * @param max   MW; 0 for contracts that do not exist in this stage.
 * @param price $/MWh; negative if energy earns money.
 */
public record ContractDetail(double[] min, double[] max, double[] price)
{
    /**
     * No contracts.
     *
     * @return empty arrays.
     */
    public static ContractDetail none()
    {
        return new ContractDetail(new double[0], new double[0], new double[0]);
    }
}
