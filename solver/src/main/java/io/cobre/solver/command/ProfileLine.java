package io.cobre.solver.command;

import io.cobre.engine.BackendKind;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.profile.ProfileChoice;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells which profile a group has: a line on stderr where it was chosen, a field of the result in JSON.
 */
public final class ProfileLine
{
    /** Description of the option {@code --profile}. */
    public static final String DESCRIPTION =
        "Kind of machine: laptop (default), container, pinned, network; auto chooses, and says what and why. " +
        "COBRE_PROFILE says it, too. Results do not depend on it.";

    private ProfileLine()
    {
    }

    /**
     * Choose the profile of a group that a command starts, and tell.
     *
     * @param option  value of {@code --profile}, or null.
     * @param backend of the group, not AUTO.
     * @param ranks   of the group.
     * @param report  hears it.
     * @return what to use.
     * @throws io.cobre.engine.CobreException of kind IncompatibleSettings if it is no profile.
     */
    public static ProfileKind choose(
        final String option, final BackendKind backend, final int ranks, final Report report)
    {
        final ProfileChoice choice =
            ProfileChoice.of(ProfileChoice.requested(option, System.getenv()), backend, ranks);
        if (option != null)
        {
            choice.objection(backend).ifPresent((sentence) -> report.warning(new ValidationRecord(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                sentence,
                Map.of("profile", option, "backend", backend.id()),
                "leave the profile out")));
        }
        tell(choice, report);
        return choice.kind();
    }

    /**
     * Tell of a choice.
     *
     * @param choice made.
     * @param report hears it.
     */
    public static void tell(final ProfileChoice choice, final Report report)
    {
        if (choice.isAuto() && report.format() == OutputFormat.TEXT && !report.quiet() && !report.isMuted())
        {
            System.err.println(choice.line());
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", choice.kind().id());
        fields.put("reason", choice.isAuto() ? choice.reason() : null);
        report.data("profile", fields);
    }
}
