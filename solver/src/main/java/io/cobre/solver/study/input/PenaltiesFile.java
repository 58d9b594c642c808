package io.cobre.solver.study.input;

import java.util.List;


/**
 * Contents of penalties.json.
 *
 * @param deficit         segments of buses without own ones.
 * @param excessCost      $/MWh.
 * @param exchangeCost    $/MWh.
 * @param hydro           costs of hydros.
 * @param curtailmentCost $/MWh.
 */
record PenaltiesFile(
    List<DeficitSegment> deficit,
    double excessCost,
    double exchangeCost,
    HydroPenalties hydro,
    double curtailmentCost)
{
    static final String NAME = "penalties.json";

    private record BusCosts(List<DeficitSegment> deficit, double excess)
    {
    }

    static PenaltiesFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        file.text("version").ignored();
        final BusCosts bus = file.requiredObject("bus", (object) -> new BusCosts(
            segments(object), object.number("excess_cost", Range.POSITIVE).required()));
        return new PenaltiesFile(
            bus.deficit,
            bus.excess,
            file.requiredObject("line", (object) -> object.number("exchange_cost", Range.POSITIVE).required()),
            file.requiredObject("hydro", HydroPenalties::readGlobal),
            file.requiredObject(
                "non_controllable_source",
                (object) -> object.number("curtailment_cost", Range.POSITIVE).required()));
    }

    /** Buses without own segments need these: load that nothing serves has no other place to go. */
    private static List<DeficitSegment> segments(final JsonObject object)
    {
        final List<DeficitSegment> segments =
            object.requiredList("deficit_segments", ItemLabel.POSITION, DeficitSegment::read);
        object.notEmpty("deficit_segments", segments, "has no segment", "add one with \"depth_mw\": null");
        return DeficitSegment.checked(object, segments);
    }
}
