package io.cobre.solver.study.input;

import java.util.List;

/**
 * Contents of system/energy_contracts.json.
 *
 * @param contracts as written.
 */
record ContractsFile(List<Entry> contracts)
{
    static final String NAME = "system/energy_contracts.json";

    private static final String EXPORT = "export";

    /**
     * A contract.
     *
     * @param id     identity.
     * @param name   for people.
     * @param busId  bus.
     * @param export whether energy leaves the system.
     * @param price  $/MWh, negative for revenue.
     * @param min    MW.
     * @param max    MW.
     * @param life   stages in which it exists.
     */
    record Entry(int id, String name, int busId, boolean export, double price, double min, double max, Life life)
        implements Identified
    {
    }

    static ContractsFile none()
    {
        return new ContractsFile(List.of());
    }

    static ContractsFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new ContractsFile(file.requiredList("contracts", ItemLabel.of("contract"), ContractsFile::entry));
    }

    private static Entry entry(final JsonObject object)
    {
        final double[] limits = object.requiredObject("limits", (range) -> new double[]{
            range.number("min_mw", Range.NOT_NEGATIVE).required(),
            range.number("max_mw", Range.NOT_NEGATIVE).required()});
        return new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            object.integer("bus_id").required(),
            EXPORT.equals(object.word("type", "import", EXPORT).required()),
            object.number("price_per_mwh").required(),
            limits[0],
            limits[1],
            Life.read(object));
    }
}
