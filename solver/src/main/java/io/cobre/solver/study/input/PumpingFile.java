package io.cobre.solver.study.input;

import java.util.List;

/**
 * Contents of system/pumping_stations.json.
 *
 * @param stations as written.
 */
record PumpingFile(List<Entry> stations)
{
    static final String NAME = "system/pumping_stations.json";

    /**
     * A pumping station.
     *
     * @param id            identity.
     * @param name          for people.
     * @param busId         bus.
     * @param sourceId      hydro that loses the water.
     * @param destinationId hydro that gets it.
     * @param consumption   MW per m3/s.
     * @param min           m3/s.
     * @param max           m3/s.
     * @param life          stages in which it exists.
     */
    record Entry(
        int id,
        String name,
        int busId,
        int sourceId,
        int destinationId,
        double consumption,
        double min,
        double max,
        Life life) implements Identified
    {
    }

    static PumpingFile none()
    {
        return new PumpingFile(List.of());
    }

    static PumpingFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new PumpingFile(
            file.requiredList("pumping_stations", ItemLabel.of("pumping station"), PumpingFile::entry));
    }

    private static Entry entry(final JsonObject object)
    {
        final double[] flow = object.requiredObject("flow", (range) -> new double[]{
            range.number("min_m3s", Range.NOT_NEGATIVE).required(),
            range.number("max_m3s", Range.NOT_NEGATIVE).required()});
        return new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            object.integer("bus_id").required(),
            object.integer("source_hydro_id").required(),
            object.integer("destination_hydro_id").required(),
            object.number("consumption_mw_per_m3s", Range.NOT_NEGATIVE).required(),
            flow[0],
            flow[1],
            Life.read(object));
    }
}
