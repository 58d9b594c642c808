package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects everything that is wrong with a case, in the order of discovery.
 */
final class Problems
{
    private static final int MOST_ALIKE = 20;

    private final List<ValidationRecord> errors = new ArrayList<>();
    private final List<ValidationRecord> warnings = new ArrayList<>();
    private final Map<String, Integer> alike = new LinkedHashMap<>();
    private int blocking;

    /**
     * Report an error.
     *
     * @param kind       what is wrong.
     * @param place      where.
     * @param value      as found, or null if that says nothing.
     * @param message    what is wrong, to be read after the place.
     * @param suggestion remedy, or null.
     */
    void error(
        final SolverErrorKind kind,
        final Place place,
        final Object value,
        final String message,
        final String suggestion)
    {
        blocking++;
        add(errors, kind, place, value, message, suggestion);
    }

    void warning(
        final SolverErrorKind kind,
        final Place place,
        final Object value,
        final String message,
        final String suggestion)
    {
        add(warnings, kind, place, value, message, suggestion);
    }

    /**
     * Report that the case asks for something that is not built.
     *
     * @param place   where it asks.
     * @param value   as found, or null.
     * @param feature what is missing, for people.
     */
    void notBuilt(final Place place, final Object value, final String feature)
    {
        final Map<String, Object> context = place.context();
        context.put("reason", "not_implemented");
        context.put("feature", feature);
        putValue(context, value);
        errors.add(new ValidationRecord(
            SolverErrorKind.INCOMPATIBLE_SETTINGS,
            place + ": not implemented: " + feature,
            context,
            "remove it from the case"));
    }

    /**
     * Report a setting that changes nothing.
     *
     * @param place where it stands.
     * @param value as found.
     */
    void noEffect(final Place place, final Object value)
    {
        warning(SolverErrorKind.SCHEMA_VIOLATION, place, value, "is known but has no effect", "remove it");
    }

    /**
     * Whether anything was reported that makes further checks pointless.
     *
     * @return true if there are errors other than features that are not built.
     */
    boolean blocked()
    {
        return blocking > 0;
    }

    List<ValidationRecord> errors()
    {
        return errors;
    }

    List<ValidationRecord> warnings()
    {
        return warnings;
    }

    /**
     * Rows of a table tend to be wrong all in the same way: say so once the first ones are reported.
     */
    private void add(
        final List<ValidationRecord> target,
        final SolverErrorKind kind,
        final Place place,
        final Object value,
        final String message,
        final String suggestion)
    {
        final String family = kind + "|" + place.file() + "|" + place.field() + "|" + (target == errors);
        final int seen = alike.merge(family, 1, Integer::sum);
        if (seen > MOST_ALIKE)
        {
            return;
        }
        final Map<String, Object> context = place.context();
        putValue(context, value);
        target.add(new ValidationRecord(
            kind,
            place + (place.field().isEmpty() ? ": " : " ") + message +
                (seen == MOST_ALIKE ? " (further problems of this kind in this place are not listed)" : ""),
            context,
            suggestion));
    }

    private static void putValue(final Map<String, Object> context, final Object value)
    {
        if (value instanceof Double number && !Double.isFinite(number) || value instanceof Float)
        {
            context.put("value", value.toString());
        }
        else if (value instanceof Number || value instanceof Boolean)
        {
            context.put("value", value);
        }
        else if (value != null)
        {
            context.put("value", JsonTree.shorten(value));
        }
    }
}
