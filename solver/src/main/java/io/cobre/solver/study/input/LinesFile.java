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
     * @param loss         share of the power that does not arrive.
     * @param life         stages in which it exists.
     */
    record Entry(
        int id,
        String name,
        int sourceId,
        int targetId,
        double direct,
        double reverse,
        double exchangeCost,
        double loss,
        Life life) implements Identified
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
        return new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            object.integer("source_bus_id").required(),
            object.integer("target_bus_id").required(),
            capacity[0],
            capacity[1],
            object.number("exchange_cost", Range.POSITIVE).orElse(Double.NaN),
            object.number("losses_percent", Range.between(0, 100)).orElse(0.0) / 100.0,
            Life.read(object));
    }
}
