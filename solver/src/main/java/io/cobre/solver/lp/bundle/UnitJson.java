package io.cobre.solver.lp.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.lp.LpModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A failed LP as JSON without loss: doubles by their shortest exact decimal, infinities as words, a basis as a string
 * of one digit a variable.
 */
final class UnitJson
{
    private static final String INFINITE = "inf";
    private static final String MINUS_INFINITE = "-inf";

    private UnitJson()
    {
    }

    static Map<String, Object> of(final FailedLp failed)
    {
        final Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("iteration", failed.place().iteration());
        unit.put("stage", failed.place().stage());
        unit.put("trial", failed.place().trial());
        unit.put("opening", failed.place().opening());
        unit.put("solver", failed.solver());
        unit.put("library_sha256", failed.librarySha256());
        unit.put("verdicts", failed.verdicts());
        unit.put("state", list(failed.notes().state()));
        unit.put("noise", list(failed.notes().noise()));
        unit.put("column_names", failed.notes().columnNames());
        unit.put("row_names", failed.notes().rowNames());
        unit.put("column_status", digits(failed.columnStatus()));
        unit.put("row_status", digits(failed.rowStatus()));
        unit.put("steps", failed.steps().stream().map(UnitJson::step).toList());
        final LpModel model = failed.model();
        unit.put("cost", list(model.cost()));
        unit.put("column_lower", list(model.columnLower()));
        unit.put("column_upper", list(model.columnUpper()));
        unit.put("row_lower", list(model.rowLower()));
        unit.put("row_upper", list(model.rowUpper()));
        unit.put("starts", IntStream.of(model.starts()).boxed().toList());
        unit.put("indices", IntStream.of(model.indices()).boxed().toList());
        unit.put("values", list(model.values()));
        return unit;
    }

    static FailedLp read(final JsonNode unit)
    {
        return new FailedLp(
            new FailedLp.Place(
                unit.required("iteration").asInt(),
                unit.required("stage").asInt(),
                unit.required("trial").asInt(),
                unit.required("opening").asInt()),
            unit.required("solver").asText(),
            unit.required("library_sha256").asText(),
            texts(unit.required("verdicts")),
            new LpModel(
                doubles(unit.required("cost")),
                doubles(unit.required("column_lower")),
                doubles(unit.required("column_upper")),
                doubles(unit.required("row_lower")),
                doubles(unit.required("row_upper")),
                ints(unit.required("starts")),
                ints(unit.required("indices")),
                doubles(unit.required("values"))),
            bytes(unit.required("column_status")),
            bytes(unit.required("row_status")),
            steps(unit.required("steps")),
            new FailedLp.Notes(
                doubles(unit.required("state")),
                doubles(unit.required("noise")),
                texts(unit.required("column_names")),
                texts(unit.required("row_names"))));
    }

    private static List<Object> step(final FailedLp.Step step)
    {
        return List.of(step.action().name(), step.index(), number(step.lower()), number(step.upper()));
    }

    private static List<FailedLp.Step> steps(final JsonNode array)
    {
        final List<FailedLp.Step> steps = new ArrayList<>();
        for (final JsonNode step : array)
        {
            steps.add(new FailedLp.Step(
                FailedLp.Action.valueOf(step.required(0).asText()),
                step.required(1).asInt(),
                number(step.required(2)),
                number(step.required(3))));
        }
        return steps;
    }

    private static List<Object> list(final double[] values)
    {
        return DoubleStream.of(values).mapToObj(UnitJson::number).toList();
    }

    private static Object number(final double value)
    {
        if (Double.isInfinite(value))
        {
            return value > 0.0 ? INFINITE : MINUS_INFINITE;
        }
        return value;
    }

    private static double number(final JsonNode node)
    {
        return switch (node.asText())
        {
            case INFINITE -> Double.POSITIVE_INFINITY;
            case MINUS_INFINITE -> Double.NEGATIVE_INFINITY;
            default -> node.doubleValue();
        };
    }

    private static double[] doubles(final JsonNode array)
    {
        final double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++)
        {
            values[i] = number(array.get(i));
        }
        return values;
    }

    private static int[] ints(final JsonNode array)
    {
        final int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++)
        {
            values[i] = array.get(i).intValue();
        }
        return values;
    }

    private static List<String> texts(final JsonNode array)
    {
        final List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String digits(final byte[] status)
    {
        if (status == null)
        {
            return null;
        }
        final StringBuilder text = new StringBuilder();
        for (final byte code : status)
        {
            text.append((char) ('0' + code));
        }
        return text.toString();
    }

    private static byte[] bytes(final JsonNode digits)
    {
        if (digits.isNull())
        {
            return null;
        }
        final String text = digits.asText();
        final byte[] status = new byte[text.length()];
        for (int i = 0; i < status.length; i++)
        {
            status[i] = (byte) (text.charAt(i) - '0');
        }
        return status;
    }
}
