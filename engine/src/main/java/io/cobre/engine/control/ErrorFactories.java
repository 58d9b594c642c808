package io.cobre.engine.control;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.BackendException;
import io.cobre.engine.CobreException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CommException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ErrorKind;
import io.cobre.engine.InvalidBufferSizeException;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.InvalidRootException;
import io.cobre.engine.spi.ErrorFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * All error factories of this class path, the engine's own first.
 */
final class ErrorFactories
{
    /**
     * A kind of a module that is not on the class path.
     *
     * @param id       the name.
     * @param exitCode the exit code.
     */
    private record ForeignKind(String id, int exitCode) implements ErrorKind
    {
    }

    /**
     * The engine's errors.
     */
    private static final class EngineErrors implements ErrorFactory
    {
        @Override
        public ErrorKind kind(final String id)
        {
            return Arrays.stream(EngineErrorKind.values()).filter((kind) -> kind.id().equals(id))
                .findFirst().orElse(null);
        }

        @Override
        public CobreException create(
            final String className,
            final ErrorKind kind,
            final String message,
            final Map<String, Object> context,
            final Throwable cause)
        {
            final CobreException failure = switch (simpleName(className))
            {
                case "CobreException" -> new CobreException(kind, message, cause);
                case "BackendException" -> new BackendException(kind, message, cause);
                case "CommException" -> new CommException(kind, message);
                case "AllocationFailedException" -> new AllocationFailedException(message);
                case "InvalidBufferSizeException" -> new InvalidBufferSizeException(message);
                case "InvalidCommunicatorException" -> new InvalidCommunicatorException(message);
                case "InvalidRootException" -> new InvalidRootException(message);
                case "CollectiveFailedException" ->
                    new CollectiveFailedException(reason(context.get("reason")), message);
                default -> null;
            };
            if (failure != null && failure.getCause() == null && cause != null)
            {
                failure.addSuppressed(cause);
            }
            return failure;
        }

        private static String simpleName(final String className)
        {
            final String prefix = CobreException.class.getPackageName() + ".";
            return className.startsWith(prefix) ? className.substring(prefix.length()) : "";
        }

        private static CollectiveFailedException.Reason reason(final Object id)
        {
            return Arrays.stream(CollectiveFailedException.Reason.values())
                .filter((reason) -> reason.id().equals(id)).findFirst()
                .orElse(CollectiveFailedException.Reason.ABORTED);
        }
    }

    private static final List<ErrorFactory> FACTORIES = load();

    private ErrorFactories()
    {
    }

    static CobreException create(
        final String className,
        final String kindId,
        final int exitCode,
        final String message,
        final Map<String, Object> context,
        final Throwable cause)
    {
        if (kindId.isEmpty())
        {
            final String text = message.isEmpty() ? className : className + ": " + message;
            return new CobreException(EngineErrorKind.INTERNAL_PANIC, text, cause).with("exception", className);
        }
        for (final ErrorFactory factory : FACTORIES)
        {
            final ErrorKind own = factory.kind(kindId);
            final CobreException failure = factory.create(
                className, own == null ? kind(kindId, exitCode) : own, message, context, cause);
            if (failure != null)
            {
                return failure;
            }
        }
        return new CobreException(kind(kindId, exitCode), message, cause);
    }

    private static ErrorKind kind(final String id, final int exitCode)
    {
        return FACTORIES.stream().map((factory) -> factory.kind(id)).filter(Objects::nonNull).findFirst()
            .orElseGet(() -> new ForeignKind(id, exitCode));
    }

    private static List<ErrorFactory> load()
    {
        final List<ErrorFactory> factories = new ArrayList<>();
        factories.add(new EngineErrors());
        ServiceLoader.load(ErrorFactory.class).forEach(factories::add);
        return factories;
    }
}
