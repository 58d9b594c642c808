package io.cobre.engine.collective;

import io.cobre.codecs.collective.AllgathervEncoder;
import io.cobre.codecs.collective.AllreduceEncoder;
import io.cobre.codecs.collective.BarrierEncoder;
import io.cobre.codecs.collective.BroadcastEncoder;
import io.cobre.codecs.collective.FenceEncoder;
import io.cobre.codecs.collective.FinEncoder;
import io.cobre.codecs.collective.GathervEncoder;
import io.cobre.codecs.collective.ReduceEncoder;
import io.cobre.codecs.collective.ReduceScatterEncoder;
import io.cobre.codecs.collective.RegionEncoder;
import io.cobre.codecs.collective.ScattervEncoder;
import io.cobre.codecs.collective.SplitEncoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;

/**
 * Names for the codes on the wire, as they appear in messages.
 */
public final class OperationNames
{
    private OperationNames()
    {
    }

    /**
     * Name of an operation.
     *
     * @param template id of the message.
     * @return in lower case.
     */
    public static String operation(final int template)
    {
        switch (template)
        {
            case BarrierEncoder.TEMPLATE_ID:
                return "barrier";
            case BroadcastEncoder.TEMPLATE_ID:
                return "broadcast";
            case AllgathervEncoder.TEMPLATE_ID:
                return "allgatherv";
            case AllreduceEncoder.TEMPLATE_ID:
                return "allreduce";
            case GathervEncoder.TEMPLATE_ID:
                return "gatherv";
            case ScattervEncoder.TEMPLATE_ID:
                return "scatterv";
            case ReduceEncoder.TEMPLATE_ID:
                return "reduce";
            case ReduceScatterEncoder.TEMPLATE_ID:
                return "reduceScatter";
            case SplitEncoder.TEMPLATE_ID:
                return "split";
            case RegionEncoder.TEMPLATE_ID:
                return "createSharedRegion";
            case FenceEncoder.TEMPLATE_ID:
                return "fence";
            case FinEncoder.TEMPLATE_ID:
                return "close";
            default:
                return "operation " + template;
        }
    }

    static String elementType(final int code)
    {
        for (final ElementType type : ElementType.values())
        {
            if (type.code() == code)
            {
                return type.name().toLowerCase(java.util.Locale.ROOT);
            }
        }
        return "none";
    }

    static String reduceOp(final int code)
    {
        for (final ReduceOp op : ReduceOp.values())
        {
            if (op.code() == code)
            {
                return op.name().toLowerCase(java.util.Locale.ROOT);
            }
        }
        return "none";
    }
}
