package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.EntityClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Contents of scenarios/correlation.json.
 *
 * @param profiles groups by profile name.
 * @param schedule profiles of stages.
 */
record CorrelationFile(Map<String, List<Group>> profiles, List<Scheduled> schedule)
{
    static final String NAME = "scenarios/correlation.json";

    private static final double SYMMETRY = 1e-9;

    /**
     * Correlated entities.
     *
     * @param name     for people.
     * @param entities in the order of the matrix.
     * @param matrix   correlations.
     */
    record Group(String name, List<Member> entities, double[][] matrix)
    {
    }

    /**
     * An entity of a group.
     *
     * @param entityClass class.
     * @param id          as written.
     */
    record Member(EntityClass entityClass, int id)
    {
    }

    /**
     * The profile of a stage.
     *
     * @param stageId stage.
     * @param profile name.
     */
    record Scheduled(int stageId, String profile)
    {
    }

    static CorrelationFile none()
    {
        return new CorrelationFile(Map.of(), List.of());
    }

    static CorrelationFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        if (file.text("method").required().isEmpty() && file.given("method"))
        {
            file.error(SolverErrorKind.INVALID_ENUM, "method", "must not be empty", "use \"spectral\"");
        }
        if (file.raw("method") instanceof String method && !method.isEmpty() && !"spectral".equals(method))
        {
            file.problems().warning(
                SolverErrorKind.INCOMPATIBLE_SETTINGS, file.place("method"), method,
                "= '" + method + "' counts as spectral: the root of the matrix is the symmetric one",
                "use \"spectral\"");
        }
        return new CorrelationFile(
            file.requiredMap("profiles", (name, profile) -> profile.requiredList(
                "correlation_groups", ItemLabel.POSITION, CorrelationFile::group)),
            file.optionalList("schedule", ItemLabel.POSITION, (entry) -> new Scheduled(
                entry.integer("stage_id").required(), entry.text("profile_name").required())));
    }

    private static Group group(final JsonObject object)
    {
        final Group group = new Group(
            object.text("name").required(),
            object.requiredList("entities", ItemLabel.POSITION, (entity) -> new Member(
                EntityClass.valueOf(entity.word("type", "inflow", "load", "ncs").required().toUpperCase(Locale.ROOT)),
                entity.integer("id").required())),
            object.matrix("matrix").required());
        check(object, group);
        return group;
    }

    private static void check(final JsonObject object, final Group group)
    {
        if (group.entities.stream().map(Member::entityClass).distinct().count() > 1)
        {
            object.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "entities",
                "must be of one type",
                "make a group of each type");
        }
        final String defect = object.given("matrix") ? defect(group.matrix, group.entities.size()) : null;
        if (defect != null)
        {
            object.error(SolverErrorKind.SCHEMA_VIOLATION, "matrix", defect, "correct the matrix");
        }
    }

    private static String defect(final double[][] matrix, final int size)
    {
        if (matrix.length != size)
        {
            return "has " + matrix.length + " rows for " + size + " entities";
        }
        for (int i = 0; i < size; i++)
        {
            if (matrix[i].length != size)
            {
                return "must be square: row " + i + " has " + matrix[i].length + " values, not " + size;
            }
        }
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                if (Math.abs(matrix[i][j] - matrix[j][i]) > SYMMETRY)
                {
                    return "must be symmetric: (" + i + ", " + j + ") = " + matrix[i][j] + ", (" + j + ", " + i +
                        ") = " + matrix[j][i];
                }
                if (!(Math.abs(matrix[i][j]) <= 1.0 + SYMMETRY))
                {
                    return "must have values in [-1, 1]: (" + i + ", " + j + ") = " + matrix[i][j];
                }
            }
            if (Math.abs(matrix[i][i] - 1.0) > SYMMETRY)
            {
                return "must have ones on its diagonal: (" + i + ", " + i + ") = " + matrix[i][i];
            }
        }
        return null;
    }
}
