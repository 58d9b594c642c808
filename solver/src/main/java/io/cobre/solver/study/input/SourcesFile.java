package io.cobre.solver.study.input;

import java.util.List;

/**
 * Contents of system/non_controllable_sources.json.
 *
 * @param sources as written.
 */
record SourcesFile(List<Entry> sources)
{
    static final String NAME = "system/non_controllable_sources.json";

    /**
     * A source that can be curtailed but not dispatched.
     *
     * @param id              identity.
     * @param name            for people.
     * @param busId           bus.
     * @param maxGeneration   MW.
     * @param curtailmentCost $/MWh, NaN for that of all sources.
     * @param life            stages in which it exists.
     */
    record Entry(
        int id,
        String name,
        int busId,
        double maxGeneration,
        double curtailmentCost,
        Life life) implements Identified
    {
    }

    static SourcesFile none()
    {
        return new SourcesFile(List.of());
    }

    static SourcesFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new SourcesFile(file.requiredList(
            "non_controllable_sources", ItemLabel.of("non-controllable source"), (object) -> new Entry(
                object.integer("id").required(),
                object.text("name").required(),
                object.integer("bus_id").required(),
                object.number("max_generation_mw", Range.NOT_NEGATIVE).required(),
                object.number("curtailment_cost", Range.POSITIVE).orElse(Double.NaN),
                Life.read(object))));
    }
}
