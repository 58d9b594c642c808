package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.binary.StudyCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Loads and validates case folders.
 */
public final class CaseLoader
{
    private CaseLoader()
    {
    }

    /**
     * Load a case.
     *
     * @param caseDir   case folder.
     * @param overrides JSON values of config.json by path, for example {@code training.forward_passes} to {@code 8}.
     * @return the study.
     * @throws ValidationException with all problems if the case cannot be used; of kind
     *                             {@link SolverErrorKind#MISSING_CASE} if there is no such folder.
     */
    public static Study load(final Path caseDir, final Map<String, String> overrides)
    {
        final ValidationResult result = validate(caseDir, overrides);
        if (!result.errors().isEmpty())
        {
            throw new ValidationException(result.errors());
        }
        return result.study();
    }

    /**
     * Check a case without changing config.json.
     *
     * @param caseDir case folder.
     * @return all problems.
     */
    public static ValidationResult validate(final Path caseDir)
    {
        return validate(caseDir, Map.of());
    }

    /**
     * Check a case.
     *
     * @param caseDir   case folder.
     * @param overrides as for {@link #load(Path, Map)}.
     * @return all problems, and the study if there is no error.
     */
    public static ValidationResult validate(final Path caseDir, final Map<String, String> overrides)
    {
        final Problems problems = new Problems();
        Study study = null;
        if (!Files.isDirectory(caseDir))
        {
            problems.error(
                SolverErrorKind.MISSING_CASE,
                new Place(caseDir.toString(), "", ""),
                null,
                Files.exists(caseDir) ? "is a file; a case is a folder" : "the case folder does not exist",
                "give the path of a folder that contains config.json");
        }
        else
        {
            final CaseFiles files = new CaseReader(caseDir, overrides, problems).read();
            study = files == null ? null : check(files, problems);
        }
        return new ValidationResult(problems.errors(), problems.warnings(), study);
    }

    /**
     * Check a study that is in memory, with other settings.
     *
     * @param study     read or made.
     * @param overrides as for {@link #load(Path, Map)}, of settings that are no part of the data of the study.
     * @return all problems, and the study with these settings if there is no error.
     */
    public static ValidationResult validate(final Study study, final Map<String, String> overrides)
    {
        final Problems problems = new Problems();
        new StudyShape(study, problems).check();
        if (!problems.errors().isEmpty() || overrides.isEmpty())
        {
            return new ValidationResult(
                problems.errors(), problems.warnings(), problems.errors().isEmpty() ? study : null);
        }
        final Study changed = study.withConfig(new ConfigOverrides(study.config(), overrides, problems).apply());
        return new ValidationResult(
            problems.errors(),
            problems.warnings(),
            problems.errors().isEmpty() ? changed.withFingerprint(StudyCodec.fingerprint(changed)) : null);
    }

    private static Study check(final CaseFiles files, final Problems problems)
    {
        final CaseIndex index = CaseIndex.of(files, problems);
        new StageChecks(files.stages(), index, problems).run();
        new CycleChecks(files, index, problems).run();
        new UpperBoundChecks(files, index, problems).run();
        new SystemChecks(files, index, problems).run();
        new LifeChecks(files, index, problems).run();
        new HeadChecks(files, index, problems).run();
        new ScenarioChecks(files, index, problems).run();
        new InflowChecks(files, index, problems).run();
        new OutsideChecks(files, index, problems).run();
        new ConstraintChecks(files, index, problems).run();
        new PenaltyChecks(files, index, problems).run();
        new UsageChecks(files, index, problems).run();
        new EffectChecks(files, index, problems).run();
        new SeasonChecks(files, index, problems).run();
        return problems.errors().isEmpty() ? new StudyAssembler(files, index).study() : null;
    }
}
