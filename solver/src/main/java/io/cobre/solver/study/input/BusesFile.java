package io.cobre.solver.study.input;

import java.util.List;

/**
 * Contents of system/buses.json.
 *
 * @param buses as written.
 */
record BusesFile(List<Entry> buses)
{
    static final String NAME = "system/buses.json";

    /**
     * A bus.
     *
     * @param id      identity.
     * @param name    for people.
     * @param deficit own segments; empty for those of all buses.
     */
    record Entry(int id, String name, List<DeficitSegment> deficit) implements Identified
    {
    }

    static BusesFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new BusesFile(file.requiredList("buses", ItemLabel.of("bus"), (object) -> new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            DeficitSegment.checked(
                object, object.optionalList("deficit_segments", ItemLabel.POSITION, DeficitSegment::read)))));
    }
}
