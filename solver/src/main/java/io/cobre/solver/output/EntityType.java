package io.cobre.solver.output;

/**
 * Kinds of entities, as codes of the dictionaries.
 */
enum EntityType
{
    HYDRO(0),
    THERMAL(1),
    BUS(2),
    LINE(3),
    PUMPING_STATION(4),
    CONTRACT(5),
    NON_CONTROLLABLE(7);

    private final int code;

    EntityType(final int code)
    {
        this.code = code;
    }

    int code()
    {
        return code;
    }
}
