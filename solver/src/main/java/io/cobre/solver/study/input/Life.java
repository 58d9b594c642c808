package io.cobre.solver.study.input;

/**
 * Stages in which an entity exists.
 *
 * @param entryStageId first stage with it, or null for all from the beginning.
 * @param exitStageId  first stage without it again, or null for never.
 */
record Life(Integer entryStageId, Integer exitStageId)
{
    /** Keys of entities that come and go. */
    static final String ENTRY = "entry_stage_id";
    static final String EXIT = "exit_stage_id";

    static Life read(final JsonObject object)
    {
        return new Life(object.integer(ENTRY).orElse(null), object.integer(EXIT).orElse(null));
    }

    boolean contains(final int stageId)
    {
        return !before(stageId) && (exitStageId == null || stageId < exitStageId);
    }

    boolean before(final int stageId)
    {
        return entryStageId != null && stageId < entryStageId;
    }
}
