package io.cobre.solver.study.input;

/**
 * An entry with an identity.
 */
interface Identified
{
    /**
     * The id in the files.
     *
     * @return any 32-bit integer.
     */
    int id();
}
