package io.cobre.solver.study.binary;

import io.cobre.solver.study.ContractDetail;
import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.GenericVariable;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.HydroPhase;
import io.cobre.solver.study.PumpingDetail;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.SourceDetail;
import io.cobre.solver.study.StageData;

/**
 * Parameters of a stage as bytes.
 */
final class StageDataCodec
{
    private StageDataCodec()
    {
    }

    static void put(final StudyWriter writer, final StageData data)
    {
        writer.putMatrix(data.thermalMin());
        writer.putMatrix(data.thermalMax());
        writer.putMatrix(data.thermalCost());
        writer.putMatrix(data.lineDirect());
        writer.putMatrix(data.lineReverse());
        writer.putDoubles(data.lineCost());
        writer.putMatrix(data.deficitDepth());
        writer.putMatrix(data.deficitCost());
        writer.putDoubles(data.excessCost());
        writer.putDoubles(data.loadMean());
        writer.putDoubles(data.loadStd());
        writer.putMatrix(data.loadFactor());
        writer.putDoubles(data.minStorage());
        writer.putDoubles(data.maxStorage());
        writer.putDoubles(data.maxTurbined());
        writer.putDoubles(data.maxGeneration());
        writer.putDoubles(data.productivity());
        writer.putDoubles(data.minOutflow());
        writer.putDoubles(data.maxOutflow());
        writer.putDoubles(data.spillageCost());
        writer.putDoubles(data.outflowBelowCost());
        writer.putDoubles(data.outflowAboveCost());
        writer.putDoubles(data.inflowMean());
        writer.putDoubles(data.inflowStd());
        putHydro(writer, data.hydro());
        putSources(writer, data.sources());
        writer.putList(data.generic(), StageDataCodec::putRow);
        putReservoirs(writer, data.reservoirs());
        writer.putDoubles(data.contracts().min());
        writer.putDoubles(data.contracts().max());
        writer.putDoubles(data.contracts().price());
        writer.putDoubles(data.pumping().min());
        writer.putDoubles(data.pumping().max());
    }

    static StageData take(final StudyReader reader)
    {
        return new StageData(
            reader.takeMatrix(),
            reader.takeMatrix(),
            reader.takeMatrix(),
            reader.takeMatrix(),
            reader.takeMatrix(),
            reader.takeDoubles(),
            reader.takeMatrix(),
            reader.takeMatrix(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeMatrix(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            takeHydro(reader),
            takeSources(reader),
            reader.takeList(StageDataCodec::takeRow),
            takeReservoirs(reader),
            new ContractDetail(reader.takeDoubles(), reader.takeDoubles(), reader.takeDoubles()),
            new PumpingDetail(reader.takeDoubles(), reader.takeDoubles()));
    }

    private static void putHydro(final StudyWriter writer, final HydroDetail hydro)
    {
        writer.putDoubles(hydro.minTurbined());
        writer.putDoubles(hydro.minGeneration());
        writer.putDoubles(hydro.withdrawal());
        writer.putDoubles(hydro.maxDiversion());
        writer.putInts(hydro.diversionTarget());
        writer.putDoubles(hydro.diversionCost());
        writer.putDoubles(hydro.turbinedBelowCost());
        writer.putDoubles(hydro.generationBelowCost());
        writer.putDoubles(hydro.withdrawalBelowCost());
        writer.putDoubles(hydro.withdrawalAboveCost());
        writer.putDoubles(hydro.evaporationBelowCost());
        writer.putDoubles(hydro.evaporationAboveCost());
        writer.putDoubles(hydro.inflowSlackCost());
        writer.putDoubles(hydro.headTurbinedCost());
        writer.putDoubles(hydro.evaporationConstant());
        writer.putDoubles(hydro.evaporationSlope());
        writer.putList(hydro.planes(), (outer, planes) -> outer.putList(planes, (out, plane) ->
        {
            out.putDouble(plane.constant());
            out.putDouble(plane.perStorage());
            out.putDouble(plane.perTurbined());
            out.putDouble(plane.perSpilled());
        }));
    }

    private static HydroDetail takeHydro(final StudyReader reader)
    {
        return new HydroDetail(
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeInts(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeList((outer) -> outer.takeList((in) ->
                new HeadPlane(in.takeDouble(), in.takeDouble(), in.takeDouble(), in.takeDouble()))));
    }

    private static void putReservoirs(final StudyWriter writer, final ReservoirDetail reservoirs)
    {
        writer.putList(reservoirs.phase(), StudyWriter::putEnum);
        writer.putDoubles(reservoirs.storageBelowCost());
        writer.putDoubles(reservoirs.fillingTarget());
        writer.putDoubles(reservoirs.fillingCost());
    }

    private static ReservoirDetail takeReservoirs(final StudyReader reader)
    {
        return new ReservoirDetail(
            reader.takeList((in) -> in.takeEnum(HydroPhase.values())),
            reader.takeDoubles(),
            reader.takeDoubles(),
            reader.takeDoubles());
    }

    private static void putSources(final StudyWriter writer, final SourceDetail sources)
    {
        writer.putBooleans(sources.active());
        writer.putDoubles(sources.available());
        writer.putMatrix(sources.factor());
        writer.putDoubles(sources.curtailmentCost());
    }

    private static SourceDetail takeSources(final StudyReader reader)
    {
        return new SourceDetail(
            reader.takeBooleans(), reader.takeDoubles(), reader.takeMatrix(), reader.takeDoubles());
    }

    private static void putRow(final StudyWriter writer, final GenericRow row)
    {
        writer.putInt(row.constraint());
        writer.putInt(row.block());
        writer.putEnum(row.sense());
        writer.putDouble(row.bound());
        writer.putDouble(row.slackCost());
        writer.putList(row.terms(), (out, term) ->
        {
            out.putDouble(term.coefficient());
            out.putEnum(term.variable());
            out.putInt(term.entity());
            out.putInt(term.block());
        });
    }

    private static GenericRow takeRow(final StudyReader reader)
    {
        return new GenericRow(
            reader.takeInt(),
            reader.takeInt(),
            reader.takeEnum(GenericRow.Sense.values()),
            reader.takeDouble(),
            reader.takeDouble(),
            reader.takeList((in) -> new GenericTerm(
                in.takeDouble(), in.takeEnum(GenericVariable.values()), in.takeInt(), in.takeInt())));
    }
}
