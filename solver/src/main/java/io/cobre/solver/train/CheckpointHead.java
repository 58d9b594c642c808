package io.cobre.solver.train;

/**
 * What a checkpoint says about itself.
 *
 * @param identity  of the training.
 * @param session   random number of the call that trained.
 * @param iteration the last one.
 * @param elapsedNs since training began, on rank 0.
 * @param lpSolves  of all ranks so far.
 * @param sha256    of the file, 64 hexadecimal digits.
 */
public record CheckpointHead(
    RunIdentity identity, long session, int iteration, long elapsedNs, long lpSolves, String sha256)
{
}
