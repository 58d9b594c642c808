package io.cobre.solver.study;

import java.util.List;
import java.util.Map;

/**
 * Spatial correlation of the noises.
 *
 * @param profiles groups by profile name.
 * @param schedule profile name by stage id; other stages use "default", or the only profile.
 */
public record Correlation(Map<String, List<CorrelationGroup>> profiles, Map<Integer, String> schedule)
{
    /** Name of the profile of stages that the schedule does not mention. */
    public static final String DEFAULT_PROFILE = "default";

    /**
     * Independent noises.
     *
     * @return no profiles.
     */
    public static Correlation none()
    {
        return new Correlation(Map.of(), Map.of());
    }
}
