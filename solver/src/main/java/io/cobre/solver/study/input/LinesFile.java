package io.cobre.solver.study.input;

import java.util.List;

/**
 * Contents of system/lines.json.
 *
 * @param lines as written.
 */
record LinesFile(List<Entry> lines)
{
    static final String NAME = "system/lines.json";

    /**
     * A line.
     *
     * @param id           identity.
     * @param name         for people.
     * @param sourceId     bus.
     * @param targetId     bus.
     * @param direct       MW from source to target.
     * @param reverse      MW from target to source.
     * @param exchangeCost $/MWh, NaN for that of all lines.
     */
    record Entry(int id, String name, int sourceId, int targetId, double direct, double reverse, double exchangeCost)
        implements Identified
    {
    }

    static LinesFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new LinesFile(file.requiredList("lines", ItemLabel.of("line"), LinesFile::entry));
    }

    private static Entry entry(final JsonObject object)
    {
        final double[] capacity = object.requiredObject("capacity", (limits) -> new double[]{
            limits.number("direct_mw", Range.NOT_NEGATIVE).required(),
            limits.number("reverse_mw", Range.NOT_NEGATIVE).required()});
        final double losses = object.number("losses_percent", Range.between(0, 100)).orElse(0.0);
        if (losses != 0.0)
        {
            object.problems().notBuilt(object.place("losses_percent"), losses, "line losses");
        }
        object.integer("entry_stage_id").notBuilt("entry stages of lines");
        object.integer("exit_stage_id").notBuilt("exit stages of lines");
        return new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            object.integer("source_bus_id").required(),
            object.integer("target_bus_id").required(),
            capacity[0],
            capacity[1],
            object.number("exchange_cost", Range.POSITIVE).orElse(Double.NaN));
    }
}
