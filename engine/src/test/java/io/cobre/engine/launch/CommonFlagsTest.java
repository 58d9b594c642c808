package io.cobre.engine.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class CommonFlagsTest
{
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    @Test
    void shouldAskForNativeCallsWhereJavaWantsThat()
    {
        assertFalse(CommonFlags.of(17).contains(NATIVE_ACCESS));
        assertFalse(CommonFlags.of(23).contains(NATIVE_ACCESS));
        assertEquals(1, CommonFlags.of(24).stream().filter(NATIVE_ACCESS::equals).count());
    }
}
