package io.cobre.solver.error;

import io.cobre.engine.ErrorKind;

/**
 * Kinds of errors that the solver raises: input first, then files, then the run.
 */
public enum SolverErrorKind implements ErrorKind
{
    /** A required input file, or the case folder itself, does not exist. */
    MISSING_FILE("MissingFile", 1),
    /** A file is not what its format demands: broken JSON or Parquet. */
    PARSE_ERROR("ParseError", 1),
    /** An unknown key or column, or a missing required one. */
    SCHEMA_VIOLATION("SchemaViolation", 1),
    /** A value of another type than the format demands. */
    TYPE_MISMATCH("TypeMismatch", 1),
    /** A number outside its range. */
    OUT_OF_RANGE("OutOfRange", 1),
    /** A word that is none of the allowed ones. */
    INVALID_ENUM("InvalidEnum", 1),
    /** An id that occurs twice. */
    DUPLICATE_ID("DuplicateId", 1),
    /** An id that nothing defines. */
    MISSING_REFERENCE("MissingReference", 1),
    /** Rows are missing for some entity or stage. */
    COVERAGE_MISMATCH("CoverageMismatch", 1),
    /** Data for a stage that does not exist, or stages that do not fit each other. */
    STAGE_MISMATCH("StageMismatch", 1),
    /** Settings that exclude each other, or ask for what is not built (context {@code reason: not_implemented}). */
    INCOMPATIBLE_SETTINGS("IncompatibleSettings", 1),
    /** Values that no physical system can have, for example a cyclic cascade. */
    PHYSICAL_CONSTRAINT("PhysicalConstraint", 1),
    /** A value above the capacity of the equipment. */
    CAPACITY_VIOLATION("CapacityViolation", 1),
    /** Penalties whose order makes no sense. */
    PENALTY_CONSISTENCY("PenaltyConsistency", 1),
    /** The case folder does not exist. */
    MISSING_CASE("MissingFile", 2),
    /** A checkpoint cannot be written, read or continued. */
    CHECKPOINT_FAILED("CheckpointFailed", 2),
    /** A file of an earlier run is damaged or foreign. */
    OUTPUT_CORRUPTED("OutputCorrupted", 2),
    /** A file of an earlier run does not exist, or an output cannot be written. */
    OUTPUT_NOT_FOUND("OutputNotFound", 2),
    /** Two runs cannot be compared or continued into each other. */
    INCOMPATIBLE_RUNS("IncompatibleRuns", 1),
    /** The LP solver found no accepted optimum. */
    SOLVER_FAILURE("SolverFailure", 3),
    /** A defect of this software. */
    INTERNAL_PANIC("InternalPanic", 4),
    /** The user stopped the run. */
    INTERRUPTED("Interrupted", 130);

    private final String id;
    private final int exitCode;

    SolverErrorKind(final String id, final int exitCode)
    {
        this.id = id;
        this.exitCode = exitCode;
    }

    @Override
    public String id()
    {
        return id;
    }

    @Override
    public int exitCode()
    {
        return exitCode;
    }
}
