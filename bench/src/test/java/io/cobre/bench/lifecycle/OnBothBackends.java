package io.cobre.bench.lifecycle;

import io.cobre.engine.BackendKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A test of the lifecycle suite: it runs on shared memory and on the network.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(value = BackendKind.class, names = {"SHM", "TCP"})
@interface OnBothBackends
{
}
