package io.cobre.solver.study.input;

import java.util.List;

/**
 * Contents of system/thermals.json.
 *
 * @param thermals as written.
 */
record ThermalsFile(List<Entry> thermals)
{
    static final String NAME = "system/thermals.json";

    /**
     * A thermal plant.
     *
     * @param id    identity.
     * @param name  for people.
     * @param busId bus.
     * @param cost  $/MWh.
     * @param min   MW.
     * @param max   MW.
     * @param life  stages in which it exists.
     */
    record Entry(int id, String name, int busId, double cost, double min, double max, Life life) implements Identified
    {
    }

    static ThermalsFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new ThermalsFile(file.requiredList("thermals", ItemLabel.of("thermal"), ThermalsFile::entry));
    }

    private static Entry entry(final JsonObject object)
    {
        final double[] generation = object.requiredObject("generation", (limits) -> new double[]{
            limits.number("min_mw", Range.NOT_NEGATIVE).required(),
            limits.number("max_mw", Range.NOT_NEGATIVE).required()});
        if (object.optionalObject("gnl_config", (gnl) -> gnl.integer("lag_stages").required()) != null)
        {
            object.problems().notBuilt(object.place("gnl_config"), null, "anticipated dispatch of thermals");
        }
        return new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            object.integer("bus_id").required(),
            object.number("cost_per_mwh", Range.NOT_NEGATIVE).required(),
            generation[0],
            generation[1],
            Life.read(object));
    }
}
