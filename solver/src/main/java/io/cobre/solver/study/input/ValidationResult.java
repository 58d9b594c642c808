package io.cobre.solver.study.input;

import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.study.Study;
import java.util.List;

/**
 * What the validation of a case found.
 *
 * @param errors   what prevents its use, in the order of discovery.
 * @param warnings what deserves attention.
 * @param study    the study, or null if there are errors.
 */
public record ValidationResult(List<ValidationRecord> errors, List<ValidationRecord> warnings, Study study)
{
    /**
     * Keeps unmodifiable copies of the lists.
     */
    public ValidationResult
    {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * Whether the case can be used.
     *
     * @return true without errors.
     */
    public boolean valid()
    {
        return errors.isEmpty();
    }
}
