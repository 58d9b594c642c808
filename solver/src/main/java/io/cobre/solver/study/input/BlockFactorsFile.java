package io.cobre.solver.study.input;

import java.util.List;
import java.util.function.Function;

/**
 * Contents of a file with factors by entity, stage and block.
 *
 * @param entries as written.
 */
record BlockFactorsFile(List<Entry> entries)
{
    static final String LOAD = "scenarios/load_factors.json";
    static final String SOURCE = "scenarios/non_controllable_factors.json";
    static final String EXCHANGE = "constraints/exchange_factors.json";

    /**
     * Factors of an entity in a stage.
     *
     * @param entityId bus or line.
     * @param stageId  stage.
     * @param factors  by block.
     */
    record Entry(int entityId, int stageId, List<Factor> factors)
    {
    }

    /**
     * Factor of a block.
     *
     * @param blockId block.
     * @param direct  factor, of the direct flow on a line.
     * @param reverse factor of the reverse flow on a line, else the same.
     */
    record Factor(int blockId, double direct, double reverse)
    {
    }

    static BlockFactorsFile none()
    {
        return new BlockFactorsFile(List.of());
    }

    static BlockFactorsFile readLoad(final JsonObject file)
    {
        return read(file, "load_factors", "bus", BlockFactorsFile::single);
    }

    static BlockFactorsFile readSources(final JsonObject file)
    {
        return read(file, "non_controllable_factors", "ncs", BlockFactorsFile::single);
    }

    static BlockFactorsFile readExchange(final JsonObject file)
    {
        return read(file, "exchange_factors", "line", (object) -> new Factor(
            object.integer("block_id").required(),
            object.number("direct_factor", Range.POSITIVE).required(),
            object.number("reverse_factor", Range.POSITIVE).required()));
    }

    private static Factor single(final JsonObject object)
    {
        final double factor = object.number("factor", Range.POSITIVE).required();
        return new Factor(object.integer("block_id").required(), factor, factor);
    }

    private static BlockFactorsFile read(
        final JsonObject file,
        final String key,
        final String entity,
        final Function<JsonObject, Factor> reader)
    {
        file.text("$schema").ignored();
        final String idKey = entity + "_id";
        return new BlockFactorsFile(file.requiredList(key, new ItemLabel(entity, idKey), (object) -> new Entry(
            object.integer(idKey).required(),
            object.integer("stage_id").required(),
            object.requiredList("block_factors", new ItemLabel("block", "block_id"), reader))));
    }
}
